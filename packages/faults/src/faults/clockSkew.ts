import { encodeMetric, Metric } from '@gomon/wire';
import { hostName, messageOf } from '../fleet/hostModel';
import { exportHost } from '../oracle/exportFleet';
import { metricOf } from '../stage/pages';
import { Stage } from '../stage/stage';
import { waitFor } from '../stage/waitFor';
import { defineFault } from './fault';

const DAY_MS = 86_400_000;
const HOST = 0;
const DEAD = 'gomon_aggregator_dead_letters_total';

/** Times that no sample can have, and where they end. */
const TIMES: [string, (nowMs: number) => Partial<Metric>][] = [
  ['timestamp_too_old', now => ({ collectedAtMs: now - 500 * DAY_MS })],
  ['timestamp_in_future', now => ({ collectedAtMs: now + 30 * DAY_MS })],
  ['timestamp_in_seconds', now => ({ collectedAtMs: Math.floor(now / 1000) })],
  ['timestamp_invalid', () => ({ timestamp: '-17', collectedAtMs: undefined })],
];

/** Values that no sample can have. */
const VALUES: [string, Partial<Metric>][] = [
  ['value_not_finite', { cpuUsagePercent: Number.NaN }],
  ['value_not_finite', { cpuUsagePercent: Number.POSITIVE_INFINITY }],
  ['value_negative', { cpuUsagePercent: -1 }],
];

export const clockSkew = defineFault(
  14,
  'clocks that are wrong: past retention, far future, seconds for milliseconds; values that are none',
  { staysReady: true },
  async ({ stage, aggregator, note, repaired }) => {
    const now = Date.now();
    await send(stage, [
      ...TIMES.map(([, change]) => change(now)),
      ...VALUES.map(([, change]) => change),
    ]);
    repaired();
    for (const [reason] of TIMES) {
      await waitFor(`a dead letter for ${reason}`, async () => {
        const labels = `reason="${reason}"`;
        return (await metricOf(aggregator, DEAD, labels)) === 1;
      });
    }
    const rejected = await metricOf(
      aggregator,
      'gomon_aggregator_samples_rejected_total',
    );
    if (rejected !== VALUES.length) {
      throw new Error(`${rejected} samples counted as rejected`);
    }
    const { database } = stage.servers;
    const skewed = await exportHost(database.url, `${name(stage)}`);
    if (skewed.some(({ metric }) => metric.__name__ === 'cpu_usage_percent')) {
      throw new Error('a value that is none was stored');
    }
    note(
      `${TIMES.length} dead letters, ${rejected} samples rejected, each with its reason`,
    );
  },
);

function name(stage: Stage): string {
  return `${hostName(stage.model, HOST)}-skewed`;
}

async function send(stage: Stage, changes: Partial<Metric>[]): Promise<void> {
  const producer = stage.servers.client.producer();
  await producer.connect();
  await producer.send({
    topic: stage.topic,
    acks: -1,
    messages: changes.map((change, i) => ({
      partition: 0,
      value: Buffer.from(
        encodeMetric({
          ...messageOf(stage.model, HOST, i),
          hostname: name(stage),
          agentBootId: `skewed-${i}`,
          ...change,
        }),
      ),
    })),
  });
  await producer.disconnect();
}
