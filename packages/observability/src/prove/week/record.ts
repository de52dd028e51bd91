import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningStack, waitUntil } from '@gomon/dev-stack';
import { newestLogAge } from '../../queries/logs';
import { ask } from '../ask';
import { exportSeries } from './exportSeries';
import type { Recordings } from './ordinaryWeek';
import type { Recording } from './tile';

const SERVICES =
  '{job=~"gomon-aggregator|gomon-agent|gomon-portal|victoria-metrics"}';
/** Of every recording: whole intervals of the hosts, or their messages would come in bursts. */
const INTERVAL_MS = 30_000;
const AT_WORK_MS = 120_000;
/** How long a rollout takes to start the next one. */
const DOWN_MS = 30_000;
/** After a restart all is as before for so long. */
const SETTLED_MS = 60_000;

/** Records what a platform says of itself while a fleet reports to it: at work, and while its servers are started anew. */
export async function record(stack: RunningStack): Promise<Recordings> {
  const {
    'victoria-metrics': database,
    aggregator,
    'kafka-2': broker,
  } = stack.components;
  const { victoriaMetrics: url } = stack.urls;
  const during = (what: () => Promise<void>) => recordDuring(url, what);
  const restart = (component: typeof aggregator) =>
    during(async () => {
      await sleep(INTERVAL_MS / 2);
      await component.stop();
      await sleep(DOWN_MS);
      await component.start();
      await settled(url);
      await sleep(SETTLED_MS);
    });
  await settled(url);
  return {
    atWork: await during(() => sleep(AT_WORK_MS)),
    aggregatorRestarts: await restart(aggregator),
    brokerRestarts: await restart(broker),
    databaseRestarts: await restart(database),
  };
}

async function recordDuring(
  url: string,
  what: () => Promise<void>,
): Promise<Recording> {
  const beganAtMs = Date.now();
  await what();
  const over = (Date.now() - beganAtMs) % INTERVAL_MS;
  await sleep(INTERVAL_MS - over);
  const lastsMs =
    Math.floor((Date.now() - beganAtMs) / INTERVAL_MS) * INTERVAL_MS;
  const span = { fromMs: beganAtMs, toMs: beganAtMs + lastsMs };
  await fetch(`${url}/internal/force_flush`);
  return {
    beganAtMs,
    lastsMs,
    series: await exportSeries(url, SERVICES, span),
  };
}

/** The aggregator tells of all brokers, all copies are in sync, nothing waits, and logs arrive. */
async function settled(url: string): Promise<void> {
  const whole = await waitUntil(
    async () => {
      const [brokers] = await ask(url, 'min(gomon_aggregator_kafka_brokers)');
      const [behind] = await ask(
        url,
        'max(gomon_aggregator_kafka_under_replicated_partitions) + sum(gomon_aggregator_lag_messages)',
      );
      const [logs] = await ask(url, newestLogAge());
      return brokers?.value === 3 && behind?.value < 40 && logs?.value < 40;
    },
    { withinMs: 180_000, everyMs: 1_000 },
  );
  if (!whole) throw new Error('The platform did not settle within 3 minutes.');
}
