import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { CgroupLimits, readCgroupLimits } from './cgroup';
import { Counter, Gauge, Registry } from './promClient';

/** How closely the process watches itself. */
export interface ProcessMetricsOptions {
  /** Written into `gomon_build_info`. */
  version: string;
  /** Milliseconds between two looks at the event loop's delay. Each look wakes the process: seldom in a service that sleeps most of the time. */
  eventLoopResolutionMs: number;
}

const CGROUP_METRICS: [name: string, help: string, key: keyof CgroupLimits][] =
  [
    [
      'gomon_memory_limit_bytes',
      'Memory limit of the control group.',
      'memoryLimitBytes',
    ],
    [
      'gomon_memory_working_set_bytes',
      'Memory in use of the control group, without droppable cache.',
      'workingSetBytes',
    ],
    [
      'gomon_cpu_limit_cores',
      'CPU limit of the control group in cores.',
      'cpuLimitCores',
    ],
    [
      'gomon_cpu_throttled_periods',
      'Periods in which the control group was held back.',
      'throttledPeriods',
    ],
  ];

/**
 * A registry with what every service says about its process, by Prometheus' usual names. Everything is read when it
 * is scraped; prom-client's own defaults watch every garbage collection and wake the process 100 times a second.
 */
export function createRegistry(options: ProcessMetricsOptions): Registry {
  const registry = new Registry();
  registry.registerMetric(buildInfo(options.version));
  registry.registerMetric(cpuSeconds());
  const add = (name: string, help: string, read: () => number | undefined) =>
    registry.registerMetric(gauge(name, help, read));
  add(
    'process_start_time_seconds',
    'Start, Unix time.',
    () => performance.timeOrigin / 1000,
  );
  add('process_resident_memory_bytes', 'Resident memory.', () =>
    process.memoryUsage.rss(),
  );
  add(
    'nodejs_heap_size_used_bytes',
    'JavaScript heap in use.',
    () => process.memoryUsage().heapUsed,
  );
  add(
    'nodejs_external_memory_bytes',
    'Memory of buffers outside of the heap.',
    () => process.memoryUsage().external,
  );
  add(
    'nodejs_eventloop_utilization_ratio',
    'Share of time since the last scrape in which the event loop worked.',
    utilizationSinceLastLook(),
  );
  for (const [name, help, key] of CGROUP_METRICS) {
    add(name, help, () => readCgroupLimits()[key]);
  }
  registry.registerMetric(eventLoopDelay(options.eventLoopResolutionMs));
  return registry;
}

function buildInfo(version: string): Gauge {
  const info = new Gauge({
    name: 'gomon_build_info',
    help: 'Always 1; the labels say what runs.',
    labelNames: ['version', 'node'],
    registers: [],
  });
  info.set({ version, node: process.version }, 1);
  return info;
}

function cpuSeconds(): Counter {
  return new Counter({
    name: 'process_cpu_seconds_total',
    help: 'CPU time used, user and system.',
    registers: [],
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
}

function utilizationSinceLastLook(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    return utilization;
  };
}

function eventLoopDelay(resolution: number): Gauge {
  const histogram = monitorEventLoopDelay({ resolution });
  histogram.enable();
  return new Gauge({
    name: 'nodejs_eventloop_delay_seconds',
    help: 'How late the event loop came to its timers since the last scrape.',
    labelNames: ['quantile'],
    registers: [],
    collect() {
      this.reset();
      if (histogram.count === 0) return;
      for (const quantile of ['0.5', '0.9', '0.99', '1']) {
        // Node records the time between two looks: what is beyond the resolution is delay.
        const between = histogram.percentile(Number(quantile) * 100) / 1e6;
        this.set({ quantile }, Math.max(0, between - resolution) / 1000);
      }
      histogram.reset();
    },
  });
}

/** A gauge that is read when scraped, and absent while it cannot be read. */
function gauge(
  name: string,
  help: string,
  read: () => number | undefined,
): Gauge {
  return new Gauge({
    name,
    help,
    registers: [],
    collect() {
      const value = read();
      this.remove();
      if (value !== undefined) this.set(value);
    },
  });
}
