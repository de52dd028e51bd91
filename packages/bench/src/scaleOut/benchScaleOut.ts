import { createVictoriaMetrics } from '@gomon/dev-stack';
import {
  Backlog,
  fillBacklog,
  gomon,
  pause,
  rowsOf,
  type Running,
  SERIES_PER_MESSAGE,
  Servers,
  waitFor,
} from '@gomon/faults';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { counterOf } from '../measure/counter';
import { settledCount } from '../measure/settledCount';
import { standardBacklog } from '../measure/standardBacklog';
import { usageOf } from '../measure/usage';

/** What several aggregators of one group took for a backlog, while one more came and went. */
export interface ScaledOut {
  /** That began; for the second third of the backlog there was one more. */
  readonly aggregators: number;
  /** Until the group had nothing left to do. */
  readonly seconds: number;
  /** Of all together. */
  readonly cpuSeconds: number;
  readonly databaseCpuSeconds: number;
  /** The most that one of them had resident. */
  readonly peakMib: number;
  /** Assignments of partitions that all of them saw. */
  readonly rebalances: number;
  readonly sent: number;
  /** Samples that the database got, those included that a change of hands sent again. */
  readonly delivered: number;
  readonly stored: number;
}

/** How much is carried. */
export interface ScaleOutBench {
  readonly messages: number;
  readonly aggregators: readonly number[];
}

const WITHIN_MS = 1_200_000;
const LOOK_EVERY_MS = 500;
const SETTLED_WITHIN_MS = 120_000;

type Place = Pick<Servers, 'admin' | 'client' | 'dir' | 'kafka'>;

/** Lets groups of so many aggregators carry the same backlog, one group after the other, each into an empty database. */
export async function benchScaleOut(
  servers: Place,
  { messages, aggregators }: ScaleOutBench,
  onResult: (result: ScaledOut) => void,
): Promise<void> {
  const backlog = standardBacklog('scale-out', messages);
  await fillBacklog(servers, backlog, gomon);
  for (const count of aggregators) {
    onResult(await carryTogether(servers, backlog, count));
  }
}

async function carryTogether(
  { dir, kafka }: Place,
  { topic, partitions, model, messagesPerHost }: Backlog,
  count: number,
): Promise<ScaledOut> {
  const group = `${topic}-${count}`;
  const own = join(dir, group);
  await mkdir(own);
  const database = await createVictoriaMetrics({
    dir: own,
    flags: ['-search.maxExportSeries=1000000'],
  });
  await database.start();
  const members: Running[] = [];
  const begin = async (place: number) => {
    const folder = join(own, `aggregator-${place}`);
    await mkdir(folder);
    const member = await gomon.start({
      ...{ dir: folder, brokers: kafka.brokers, topic, group },
      database: database.url,
    });
    members.push(member);
    return member;
  };
  const sent = model.hosts * messagesPerHost * SERIES_PER_MESSAGE;
  const until = (share: number) =>
    waitFor(
      `the database to get as many samples as ${Math.round(
        share * 100,
      )} % of the backlog`,
      async () => {
        await pause(LOOK_EVERY_MS);
        return (await rowsOf(database.url)) >= share * sent;
      },
      WITHIN_MS,
    );
  try {
    const startedAt = performance.now();
    await Promise.all(
      Array.from({ length: count }, (_, place) => begin(place)),
    );
    await until(1 / 3);
    const guest = await begin(count);
    await until(2 / 3);
    const guestTook = await accountOf(guest);
    // SIGKILL: the group misses it only when its session is over.
    await guest.stop();
    members.pop();
    await waitFor(
      'the group to have nothing left to do',
      async () => {
        await pause(LOOK_EVERY_MS);
        return hasCaughtUp(await Promise.all(members.map(pageOf)), partitions);
      },
      WITHIN_MS,
    );
    const seconds = (performance.now() - startedAt) / 1000;
    // What the guest had under way is sent again by others, once the group has missed it for a session.
    const stored = await settledCount(
      database.url,
      model,
      sent,
      SETTLED_WITHIN_MS,
    );
    const all = [guestTook, ...(await Promise.all(members.map(accountOf)))];
    const sum = (figure: 'cpuSeconds' | 'rebalances') =>
      all.reduce((total, each) => total + each[figure], 0);
    return {
      aggregators: count,
      seconds,
      cpuSeconds: sum('cpuSeconds'),
      databaseCpuSeconds: (await usageOf(database.pid!)).cpuSeconds,
      peakMib: Math.max(...all.map(({ peakMib }) => peakMib)),
      rebalances: sum('rebalances'),
      sent,
      delivered: await rowsOf(database.url),
      stored,
    };
  } finally {
    await Promise.all(members.map(member => member.stop()));
    await database.kill();
    await rm(own, { recursive: true, force: true });
  }
}

async function pageOf({ metricsUrl }: Running): Promise<string> {
  return (await fetch(metricsUrl!)).text();
}

/** Whether every partition has a member, and everything in it was accepted by the database. */
function hasCaughtUp(pages: readonly string[], partitions: number): boolean {
  const placed = pages.flatMap(page => [
    ...page.matchAll(/^gomon_aggregator_lag_messages\{.*\} (\S+)$/gm),
  ]);
  return placed.length === partitions && placed.every(([, lag]) => lag === '0');
}

async function accountOf(member: Running) {
  const page = await pageOf(member);
  const { cpuSeconds, peakMib } = await usageOf(member.pid);
  const rebalances = counterOf(page, 'gomon_aggregator_rebalances_total');
  return { cpuSeconds, peakMib, rebalances };
}
