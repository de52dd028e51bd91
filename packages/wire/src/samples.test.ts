import fc from 'fast-check';
import { Metric } from './metric';
import { toSamples } from './samples';
import { arbitraryMetric } from './__testUtils__/arbitraryMetric';

const ours: Metric = {
  hostname: 'web-1',
  timestamp: '1700000000',
  cpuUsagePercent: 0,
  memoryUsedPercent: 62.5,
  diskStats: [
    {
      mountpoint: '/',
      usedPercent: 41.5,
      totalBytes: 2 ** 34,
      usedBytes: 2 ** 32,
    },
  ],
  netStats: [
    { interfaceName: 'eth0', bytesSent: 2 ** 20, bytesReceived: 3 * 2 ** 19 },
  ],
  sequence: 7,
  agentBootId: 'boot',
  intervalMs: 30_000,
  collectedAtMs: 1700000000123,
  scope: 'host',
};

const shown = ({ samples }: ReturnType<typeof toSamples>) =>
  samples.map(({ name, labels, value }) => {
    const { job: _, instance: __, scope: ___, ...own } = labels;
    return [name, ...Object.values(own), value];
  });

describe('toSamples', () => {
  it('makes the six series and the two about the agent, in their units', () => {
    const result = toSamples(ours);
    expect(shown(result)).toEqual([
      ['cpu_usage_percent', 0],
      ['mem_usage_percent', 62.5],
      ['disk_used_percent', '/', 41.5],
      ['dsk_used_gb', '/', 4],
      ['int_bytes_recv_mb', 'eth0', 1.5],
      ['int_bytes_sent_mb', 'eth0', 1],
      ['gomon_agent_sequence', 7],
      ['gomon_agent_interval_ms', 30_000],
    ]);
    expect(result.rejected).toEqual([]);
    expect(result.samples[2]).toEqual({
      name: 'disk_used_percent',
      labels: {
        job: 'gomon',
        instance: 'web-1',
        scope: 'host',
        mountpoint: '/',
      },
      value: 41.5,
      timestampMs: 1700000000123,
    });
  });

  it('leaves out what our agent could not read', () => {
    const { cpuUsagePercent: _, ...blind } = ours;
    const names = toSamples({
      ...blind,
      diskStats: [{ mountpoint: '/', usedPercent: 5 }],
      netStats: [{ interfaceName: 'eth0', bytesReceived: 5 }],
    }).samples.map(({ name }) => name);
    expect(names).toEqual([
      'mem_usage_percent',
      'disk_used_percent',
      'int_bytes_recv_mb',
      'gomon_agent_sequence',
      'gomon_agent_interval_ms',
    ]);
  });

  it('labels the environment only when one is named', () => {
    const [first] = toSamples(ours, { environment: 'staging' }).samples;
    expect(first.labels.environment).toBe('staging');
    expect(toSamples(ours).samples[0].labels).not.toHaveProperty('environment');
  });

  it('never calls host what does not say so', () => {
    const scopes = ['container', 'vm', '', undefined].map(
      scope => toSamples({ ...ours, scope }).samples[0].labels.scope,
    );
    expect(scopes).toEqual(['container', 'unknown', 'unknown', 'unknown']);
  });

  it('names a host by its message, else by its record, else not at all', () => {
    const nameless = { ...ours, hostname: '' };
    const { instance, nameless: flag } = toSamples(nameless, {
      hostHeader: 'go-1',
    });
    expect([instance, flag]).toEqual(['go-1', false]);
    expect(toSamples(ours, { hostHeader: 'go-1' }).instance).toBe('web-1');
    expect(toSamples(nameless)).toMatchObject({
      instance: 'unknown',
      nameless: true,
    });
    expect(toSamples({ ...ours, hostname: 'unknown' }).nameless).toBe(false);
  });

  it('never makes a label of the correlation id', () => {
    const { samples } = toSamples({ ...ours, correlationId: 'c-1' });
    expect(JSON.stringify(samples)).not.toContain('c-1');
  });

  it('refuses values that are no figures, each with its reason', () => {
    const { rejected, samples } = toSamples({
      ...ours,
      cpuUsagePercent: NaN,
      memoryUsedPercent: -1,
      diskStats: [
        { mountpoint: '/', usedPercent: Infinity, usedBytes: 1 },
        { mountpoint: '', usedPercent: 1 },
        { mountpoint: '/', usedPercent: 2 },
      ],
      netStats: [],
    });
    expect(rejected).toEqual([
      { name: 'cpu_usage_percent', reason: 'value_not_finite' },
      { name: 'mem_usage_percent', reason: 'value_negative' },
      { name: 'disk_used_percent', reason: 'value_not_finite' },
      { name: 'disk_used_percent', reason: 'label_empty' },
      { name: 'disk_used_percent', reason: 'duplicate_series' },
    ]);
    expect(samples.map(s => s.name)).toEqual([
      'dsk_used_gb',
      'gomon_agent_sequence',
      'gomon_agent_interval_ms',
    ]);
  });

  it('refuses every sample of a message whose time cannot be stored', () => {
    const { samples, rejected } = toSamples({
      ...ours,
      collectedAtMs: 1700000000,
    });
    expect(samples).toEqual([]);
    expect(rejected).toHaveLength(8);
    expect(new Set(rejected.map(r => r.reason))).toEqual(
      new Set(['timestamp_in_seconds']),
    );
  });

  it('finds a repeated name among many', () => {
    const names = Array.from({ length: 40 }, (_, i) => `/d${i}`);
    const diskStats = [...names, '/d3', '/d39'].map(mountpoint => ({
      mountpoint,
      usedPercent: 1,
    }));
    expect(toSamples({ ...ours, diskStats }).rejected).toHaveLength(2);
  });

  it('answers for every reading once, and depends on nothing but message and record', () => {
    fc.assert(
      fc.property(arbitraryMetric, metric => {
        const once = toSamples(metric, { hostHeader: 'h' });
        const twice = toSamples(structuredClone(metric), { hostHeader: 'h' });
        expect(twice).toEqual(once);
        for (const { value, labels } of once.samples) {
          expect(Number.isFinite(value) && value >= 0).toBe(true);
          expect(Object.values(labels).every(label => label !== '')).toBe(true);
        }
        const keys = once.samples.map(s => JSON.stringify([s.name, s.labels]));
        expect(new Set(keys).size).toBe(keys.length);
        expect(once.samples.length + once.rejected.length).toBe(
          readings(metric),
        );
      }),
    );
  });
});

function readings(metric: Metric): number {
  const go = metric.agentBootId === undefined;
  const given = (...values: unknown[]) =>
    values.filter(value => go || value !== undefined).length;
  let count = given(metric.cpuUsagePercent, metric.memoryUsedPercent);
  for (const d of metric.diskStats) count += given(d.usedPercent, d.usedBytes);
  for (const n of metric.netStats) count += given(n.bytesSent, n.bytesReceived);
  if (metric.sequence !== undefined) count += 1;
  return metric.intervalMs === undefined ? count : count + 1;
}
