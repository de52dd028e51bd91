import { emptyMetric, encodeMetric, Metric } from '@gomon/wire';
import { ConsumedMessage } from '../batch/consumedMessage';
import { openPartition } from '../consume/partitionState';
import { PoisonMessage, ReadMessage, readMessage, toImport } from './readBatch';

const NOW = 1_795_000_000_000;
const context = { nowMs: NOW, retentionMs: 86_400_000 };
const state = openPartition(0, 0, 0, {
  maxAgents: 1,
  maxOpenGaps: 1,
  graceMs: 1,
});

function record(
  metric: Partial<Metric> | Buffer,
  headers: ConsumedMessage['headers'] = {},
): ConsumedMessage {
  return {
    state,
    offset: 7,
    key: null,
    value: Buffer.isBuffer(metric)
      ? metric
      : Buffer.from(encodeMetric({ ...emptyMetric(), ...metric })),
    headers,
    timestamp: '0',
  };
}

describe('readMessage', () => {
  it('reads a message and the time of its figures', () => {
    const read = readMessage(
      record({ hostname: 'a', collectedAtMs: NOW - 5, agentBootId: 'b' }),
      context,
    ) as ReadMessage;
    expect(read.origin.instance).toBe('a');
    expect(read.collectedAtMs).toBe(NOW - 5);
    expect(read.origin.nameless).toBe(false);
  });

  it('falls back to the record header for the name, then calls it nameless', () => {
    const metric = { timestamp: String(NOW / 1000) };
    const named = readMessage(
      record(metric, { host: Buffer.from('from-header') }),
      context,
    ) as ReadMessage;
    expect(named.origin.instance).toBe('from-header');
    const nameless = readMessage(record(metric), context) as ReadMessage;
    expect(nameless.origin.nameless).toBe(true);
  });

  it.each([
    ['empty', record(Buffer.alloc(0))],
    ['truncated', record(Buffer.from([0x0a, 0x7f, 0x61]))],
    ['timestamp_too_old', record({ collectedAtMs: NOW - 86_400_000 })],
    ['timestamp_in_future', record({ collectedAtMs: NOW + 3 * 86_400_000 })],
    ['timestamp_in_seconds', record({ collectedAtMs: NOW / 1000 })],
    ['timestamp_invalid', record({ timestamp: '-5' })],
  ])('calls a message poison: %s', (reason, message) => {
    const poison = readMessage(message, context) as PoisonMessage;
    expect(poison.reason).toBe(reason);
    expect(poison.detail).toMatch(/\.|\)$/);
  });

  it('takes a record without a value as poison, too', () => {
    const tombstone = { ...record({}), value: null };
    expect((readMessage(tombstone, context) as PoisonMessage).reason).toBe(
      'empty',
    );
  });
});

describe('toImport', () => {
  it('gathers many messages into lines, and says what is not stored', () => {
    const messages = [1, 2].map(
      i =>
        readMessage(
          record({
            hostname: 'a',
            agentBootId: 'b',
            collectedAtMs: NOW - (3 - i) * 1000,
            cpuUsagePercent: i,
            memoryUsedPercent: Number.NaN,
          }),
          context,
        ) as ReadMessage,
    );
    const { lines, samples, rejected } = toImport(messages, undefined);
    expect(lines.toString()).toBe(
      `{"metric":{"__name__":"cpu_usage_percent","job":"gomon","instance":"a","scope":"unknown"},"values":[1,2],"timestamps":[${
        NOW - 2000
      },${NOW - 1000}]}\n`,
    );
    expect(samples).toBe(2);
    expect(rejected).toEqual([
      { name: 'mem_usage_percent', reason: 'value_not_finite' },
      { name: 'mem_usage_percent', reason: 'value_not_finite' },
    ]);
  });
});
