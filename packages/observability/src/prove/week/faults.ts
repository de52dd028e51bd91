import {
  all,
  change,
  count,
  freeze,
  silence,
  type Edit,
  type Span,
} from './edits';
import type { TimeSeries } from './timeSeries';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A fault that one rule is about. */
export interface Fault {
  rule: string;
  lastsMs: number;
  /** What fires rightly beside it. */
  also?: string[];
  put(series: readonly TimeSeries[], span: Span): Edit;
}

/** A fault within a week. */
export interface PlacedFault extends Fault, Span {}

const host = (n: number) => ({ job: 'gomon', instance: `fleet-${n}` });
const disk = (n: number) => ({
  ...host(n),
  __name__: 'disk_used_percent',
  mountpoint: '/var',
});
const aggregator = { job: 'gomon-aggregator' };
const told = (name: string) => ({
  ...aggregator,
  __name__: `gomon_aggregator_${name}`,
});
const database = (name: string) => ({
  job: 'victoria-metrics',
  __name__: name,
});
const logs = (name: string) => ({
  job: 'gomon-portal',
  __name__: `gomon_logs_${name}`,
});

const gone = (rule: string, hosts: number[], also?: string[]): Fault => ({
  rule,
  also,
  lastsMs: 20 * MINUTE_MS,
  put: (_, span) => all(...hosts.map(n => silence(host(n), span))),
});
const raised = (
  rule: string,
  wanted: Record<string, string>,
  minutes: number,
  value: (before: number, sinceMs: number) => number,
  also?: string[],
): Fault => ({
  rule,
  also,
  lastsMs: minutes * MINUTE_MS,
  put: (_, span) => change(wanted, span, value),
});
/** Something is counted by the process that a beat of the week belongs to. */
const counted = (
  rule: string,
  wanted: Record<string, string>,
  labels: Record<string, string> = {},
): Fault => ({
  rule,
  lastsMs: MINUTE_MS,
  put: (series, span) => {
    const { instance } = series.find(
      ({ metric }) => metric.__name__ === 'up' && metric.job === wanted.job,
    )!.metric;
    return count({ ...wanted, instance, ...labels }, span, 500);
  },
});
/** One that is not cleared before or while it fills: the rule looks back for six hours. */
const diskThatOnlyFills = (series: readonly TimeSeries[], span: Span) => {
  const fromMs = span.fromMs - 6 * HOUR_MS;
  for (const { metric, timestamps, values } of series) {
    if (metric.__name__ !== 'disk_used_percent') continue;
    const own = values.filter(
      (_, i) => timestamps[i] >= fromMs && timestamps[i] < span.toMs,
    );
    const usedPercent =
      values[timestamps.findIndex(atMs => atMs >= span.fromMs)];
    const onlyFills = own.every((value, i) => i === 0 || value >= own[i - 1]);
    if (onlyFills && usedPercent < 75) return { metric, usedPercent };
  }
  throw new Error(
    'Every disk is cleared around the fault, or is full already.',
  );
};
const sinceStart = (rule: string, starts: number): Fault => ({
  rule,
  lastsMs: starts * 10 * MINUTE_MS,
  put: (_, { fromMs }) =>
    all(
      ...Array.from({ length: starts }, (__, i) =>
        change(
          database('process_start_time_seconds'),
          { fromMs: fromMs + i * 10 * MINUTE_MS, toMs: Infinity },
          before => before + 600,
        ),
      ),
    ),
});

/** One for every rule. */
export const faults: Fault[] = [
  gone('GomonHostSilent', [3]),
  gone(
    'GomonFleetSilent',
    Array.from({ length: 12 }, (_, n) => n),
    ['GomonHostSilent'],
  ),
  {
    rule: 'GomonHostDiskFilling',
    lastsMs: 6 * HOUR_MS,
    put: (series, span) => {
      const { metric, usedPercent } = diskThatOnlyFills(series, span);
      return change(metric, span, (_, sinceMs) =>
        Math.min(97, usedPercent + (4 * sinceMs) / HOUR_MS),
      );
    },
  },
  raised('GomonHostDiskFull', disk(5), 20, () => 99, ['GomonHostDiskFilling']),
  raised(
    'GomonHostMemoryPressure',
    { ...host(6), __name__: 'mem_usage_percent' },
    40,
    () => 96,
  ),
  counted(
    'GomonReadingsDropped',
    { job: 'gomon-agent', __name__: 'gomon_agent_dropped_total' },
    { reason: 'outbox_full' },
  ),
  counted('GomonReadingsMissing', told('missing_messages_total')),
  counted('GomonAgentNameless', told('nameless_messages_total')),
  {
    rule: 'GomonAggregatorDown',
    lastsMs: 10 * MINUTE_MS,
    put: (series, span) => {
      const names = series
        .filter(({ metric }) => metric.job === aggregator.job)
        .map(({ metric }) => metric.__name__);
      const others = new Set(names.filter(name => name !== 'up'));
      return all(
        change({ ...aggregator, __name__: 'up' }, span, () => 0),
        ...[...others].map(__name__ =>
          silence({ ...aggregator, __name__ }, span),
        ),
      );
    },
  },
  raised(
    'GomonLagGrowing',
    { ...told('lag_messages'), partition: '0' },
    40,
    (before, sinceMs) => before + sinceMs / 1000,
  ),
  {
    rule: 'GomonDelayOverBudget',
    lastsMs: 40 * MINUTE_MS,
    put: (series, span) =>
      all(
        ...series
          .filter(
            ({ metric: { __name__, le } }) =>
              __name__ === 'gomon_aggregator_delay_seconds_bucket' &&
              Number(le) <= 30,
          )
          .map(({ metric }) => freeze(metric, span)),
      ),
  },
  counted('GomonDeadLetters', told('dead_letters_total'), {
    reason: 'malformed',
  }),
  counted('GomonSamplesRejected', told('samples_rejected_total'), {
    reason: 'value_not_finite',
  }),
  counted('GomonRecordsDestroyed', told('destroyed_messages_total'), {
    reason: 'topic_recreated',
  }),
  counted('GomonLogLinesDropped', told('log_lines_dropped_total'), {
    reason: 'write_failed',
  }),
  raised('GomonBrokerMissing', told('kafka_brokers'), 10, () => 2),
  {
    rule: 'GomonKafkaUnreachable',
    lastsMs: 15 * MINUTE_MS,
    put: (_, span) =>
      all(
        silence(told('kafka_brokers'), span),
        silence(told('kafka_leaderless_partitions'), span),
      ),
  },
  raised(
    'GomonUnderReplicatedPartitions',
    told('kafka_under_replicated_partitions'),
    15,
    () => 3,
  ),
  raised(
    'GomonPartitionsWithoutLeader',
    told('kafka_leaderless_partitions'),
    5,
    () => 2,
  ),
  raised(
    'GomonAggregatorMemory',
    { ...aggregator, __name__: 'gomon_memory_working_set_bytes' },
    15,
    () => 0.95 * 512 * 1024 ** 2,
  ),
  raised(
    'GomonDatabaseReadOnly',
    database('vm_storage_is_read_only'),
    10,
    () => 1,
  ),
  raised(
    'GomonDatabaseFilling',
    database('vm_free_disk_space_bytes'),
    6 * 60,
    (before, sinceMs) => before - (sinceMs / HOUR_MS) * 1024 ** 3,
  ),
  {
    rule: 'GomonLogsBehind',
    lastsMs: 20 * MINUTE_MS,
    put: (_, span) =>
      all(
        // It was that of the time: now it stands still.
        change(
          logs('newest_document_timestamp_seconds'),
          span,
          (before, sinceMs) => before - sinceMs / 1000,
        ),
        change(logs('waiting_lines'), span, (_before, sinceMs) =>
          Math.min(4096, sinceMs / 100),
        ),
      ),
  },
  sinceStart('GomonDatabaseRestarting', 3),
  counted('GomonDatabaseRowsLost', database('vm_rows_ignored_total'), {
    reason: 'big_timestamp',
  }),
];

/** Six hours apart: longer than any rule looks back, but for the fill of a disk, which is nobody else's. */
const APART_MS = 6.5 * HOUR_MS;

/** Every fault at its place in a week that begins at a time. */
export function placedFaults(startMs: number): PlacedFault[] {
  return faults.map((fault, i) => {
    const fromMs = startMs + 6 * HOUR_MS + i * APART_MS;
    return { ...fault, fromMs, toMs: fromMs + fault.lastsMs };
  });
}

/** The week with all of them. */
export function faultyWeek(
  ordinary: readonly TimeSeries[],
  placed: readonly PlacedFault[],
): TimeSeries[] {
  return all(...placed.map(fault => fault.put(ordinary, fault)))(ordinary);
}
