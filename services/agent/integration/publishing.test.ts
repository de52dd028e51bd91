import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createKafka,
  createService,
  freePort,
  KafkaCluster,
} from '@gomon/dev-stack';
import { readTopic } from './support/readTopic';

interface Snapshot {
  cpu: { busy: number; total: number };
  memory: { total: number; available: number };
  network: Map<string, { received: number; sent: number }>;
}

const topic = 'metrics-v4';
let dir: string;
let kafka: KafkaCluster;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gomon-agent-'));
  kafka = await createKafka({
    dir: join(dir, 'kafka'),
    topics: [{ name: topic, partitions: 3 }],
  });
  await kafka.start();
});

afterAll(async () => {
  await kafka?.stop();
  await rm(dir, { recursive: true, force: true });
});

async function agent(env: Record<string, string> = {}) {
  const service = createService({
    name: 'agent',
    dir,
    env: {
      KAFKA_BROKERS: kafka.brokers,
      METRICS_PORT: String(await freePort()),
      METRICS_HOST: '127.0.0.1',
      COLLECT_INTERVAL_MS: '1000',
      NODE_NAME: 'this-machine',
      ...env,
    },
  });
  return service;
}

const published = (host: string, count: number) =>
  readTopic(kafka.brokers, host, found => found.length >= count);

async function snapshot(): Promise<Snapshot> {
  const [stat, meminfo, netDev] = await Promise.all(
    ['stat', 'meminfo', 'net/dev'].map(f => readFile(`/proc/${f}`, 'utf8')),
  );
  const [user, nice, system, idle, iowait, irq, softirq, steal] = stat
    .split('\n')[0]
    .split(/\s+/)
    .slice(1)
    .map(Number);
  const busy = user + nice + system + irq + softirq + steal;
  const kib = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(meminfo)?.[1]) * 1024;
  const rows = netDev.trim().split('\n').slice(2);
  const network = rows.map(row => {
    const [name, ...fields] = row.trim().split(/[:\s]+/);
    const [received, sent] = [Number(fields[0]), Number(fields[8])];
    return [name, { received, sent }] as const;
  });
  return {
    cpu: { busy, total: busy + idle + iowait },
    memory: { total: kib('MemTotal'), available: kib('MemAvailable') },
    network: new Map(network),
  };
}

/** Times of the CPU at a moment that lies between two reads. */
function between(
  reads: { atMs: number; cpu: Snapshot['cpu'] }[],
  atMs: number,
) {
  const next = reads.findIndex(read => read.atMs >= atMs);
  const [a, b] = [reads[next - 1], reads[next]];
  const share = (atMs - a.atMs) / (b.atMs - a.atMs);
  const along = (key: 'busy' | 'total') =>
    a.cpu[key] + (b.cpu[key] - a.cpu[key]) * share;
  return { busy: along('busy'), total: along('total') };
}

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('on Linux', () => {
  it('publishes the figures of this machine as /proc and df state them', async () => {
    const service = await agent();
    const before = await snapshot();
    await service.start();
    await new Promise(resolve => setTimeout(resolve, 4500));
    await service.stop();
    const after = await snapshot();
    const messages = await published('this-machine', 4);
    const metrics = messages.map(({ metric }) => metric);

    const [first] = metrics;
    const last = metrics[metrics.length - 1];
    expect(first.cpuUsagePercent).toBeUndefined();
    expect(last.memoryTotalBytes).toBe(before.memory.total);
    expect(last.scope).toBe('host');

    for (const { interfaceName, bytesReceived, bytesSent } of last.netStats) {
      const low = before.network.get(interfaceName);
      const high = after.network.get(interfaceName);
      expect(bytesReceived).toBeGreaterThanOrEqual(low?.received ?? NaN);
      expect(bytesReceived).toBeLessThanOrEqual(high?.received ?? NaN);
      expect(bytesSent).toBeGreaterThanOrEqual(low?.sent ?? NaN);
      expect(bytesSent).toBeLessThanOrEqual(high?.sent ?? NaN);
    }
    expect(last.netStats.map(n => n.interfaceName)).toContain('lo');

    const df = execFileSync('df', ['-B1', '--output=target,size,used,avail'], {
      encoding: 'utf8',
    });
    const rows = new Map(
      df
        .trim()
        .split('\n')
        .slice(1)
        .map(row => {
          const [target, ...figures] = row.trim().split(/\s+/);
          return [target, figures.map(Number)] as const;
        }),
    );
    expect(last.diskStats.map(d => d.mountpoint)).toContain('/');
    for (const {
      mountpoint,
      totalBytes,
      usedBytes,
      usedPercent,
    } of last.diskStats) {
      const [size, used, available] = rows.get(mountpoint) ?? [];
      expect(totalBytes).toBe(size);
      expect(Math.abs((usedBytes ?? NaN) - used)).toBeLessThan(0.01 * size);
      const expected = (used / (used + available)) * 100;
      expect(Math.abs((usedPercent ?? NaN) - expected)).toBeLessThan(1);
    }
  });

  it('states CPU over its interval within two points', async () => {
    const service = await agent({
      NODE_NAME: 'cpu-machine',
      COLLECT_INTERVAL_MS: '3000',
    });
    await service.start();
    const reads: { atMs: number; cpu: Snapshot['cpu'] }[] = [];
    const timer = setInterval(async () => {
      const atMs = Date.now();
      const { cpu } = await snapshot();
      reads.push({ atMs, cpu });
    }, 50);
    await new Promise(resolve => setTimeout(resolve, 10_500));
    clearInterval(timer);
    await service.stop();
    const messages = await published('cpu-machine', 3);
    const [, from, to] = messages.map(({ metric }) => metric);
    const at = (ms = 0) => between(reads, ms);
    const [start, end] = [at(from.collectedAtMs), at(to.collectedAtMs)];
    const expected =
      ((end.busy - start.busy) / (end.total - start.total)) * 100;
    expect(Math.abs((to.cpuUsagePercent ?? NaN) - expected)).toBeLessThan(2);
  });
});

it('writes records by the contract: key, headers, times and a sequence without gaps', async () => {
  const service = await agent({ NODE_NAME: 'contract' });
  await service.start();
  await new Promise(resolve => setTimeout(resolve, 3200));
  await service.stop();
  const messages = await published('contract', 3);
  const boots = new Set(messages.map(({ metric }) => metric.agentBootId));
  expect(boots.size).toBe(1);
  expect(messages.map(({ metric }) => metric.sequence)).toEqual(
    messages.map((_, i) => i + 1),
  );
  for (const { record, metric } of messages) {
    expect(String(record.key)).toBe('contract');
    expect(String(record.headers?.host)).toBe('contract');
    expect(String(record.headers?.['content-type'])).toBe(
      'application/x-protobuf',
    );
    expect(record.timestamp).toBe(String(metric.collectedAtMs));
    expect(metric.timestamp).toBe(
      String(Math.floor((metric.collectedAtMs ?? 0) / 1000)),
    );
    expect(metric.intervalMs).toBe(1000);
  }
});

it('says on its pages that it is alive, when it can work, and what it did', async () => {
  const service = await agent({ NODE_NAME: 'pages' });
  await service.start();
  const page = async (path: string) => fetch(`${service.address}${path}`);
  expect((await page('/health')).status).toBe(200);
  const readyBy = Date.now() + 10_000;
  while ((await page('/ready')).status !== 200 && Date.now() < readyBy) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  expect(await (await page('/ready')).json()).toEqual({
    ready: true,
    reasons: [],
  });
  const metrics = await (await page('/metrics')).text();
  expect(
    Number(/^gomon_agent_messages_total (\d+)/m.exec(metrics)?.[1]),
  ).toBeGreaterThan(0);
  expect(metrics).toMatch(/^gomon_agent_outbox_depth 0$/m);
  await service.stop();
});
