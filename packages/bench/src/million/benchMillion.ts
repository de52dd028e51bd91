import { createVictoriaMetrics } from '@gomon/dev-stack';
import {
  fillBacklog,
  gomon,
  pause,
  rowsOf,
  SERIES_PER_MESSAGE,
  Servers,
  waitFor,
} from '@gomon/faults';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSize, databaseSizeOf } from '../measure/databaseSize';
import { settledCount } from '../measure/settledCount';
import { standardBacklog } from '../measure/standardBacklog';
import { usageOf } from '../measure/usage';

/** One of the equal shares of a long backlog, as the same process carried it. */
export interface Million extends DatabaseSize {
  readonly messages: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The most memory it had resident meanwhile. */
  readonly peakMib: number;
  /** Samples that were looked for in the end, and found, of all shares together. */
  readonly sent: number;
  readonly stored: number;
  readonly series: number;
}

const WITHIN_MS = 1_800_000;
const LOOK_EVERY_MS = 1_000;
const SETTLED_WITHIN_MS = 60_000;

/** Lets one aggregator carry a backlog of some millions, and tells what it took for each of them. */
export async function benchMillion(
  servers: Pick<Servers, 'admin' | 'client' | 'dir' | 'kafka'>,
  messagesEach: number,
  shares: number,
  say: (text: string) => void,
): Promise<Million[]> {
  const { dir, kafka } = servers;
  const name = 'millions';
  const own = join(dir, name);
  await mkdir(own);
  const backlog = standardBacklog(name, messagesEach * shares);
  const { hosts } = backlog.model;
  say(`writing ${messagesEach * shares} messages into Kafka`);
  await fillBacklog(servers, backlog, gomon);
  const database = await createVictoriaMetrics({
    dir: own,
    flags: ['-search.maxExportSeries=1000000'],
  });
  await database.start();
  const sent = hosts * backlog.messagesPerHost * SERIES_PER_MESSAGE;
  const running = await gomon.start({
    ...{ dir: own, brokers: kafka.brokers, topic: name, group: name },
    database: database.url,
  });
  try {
    const parts: Pick<Million, 'seconds' | 'cpuSeconds' | 'peakMib'>[] = [];
    let before = { at: performance.now(), cpuSeconds: 0 };
    for (let share = 1; share <= shares; share++) {
      await waitFor(
        `share ${share} of the backlog to be in the database`,
        async () => {
          await pause(LOOK_EVERY_MS);
          return (await rowsOf(database.url)) >= (share / shares) * sent;
        },
        WITHIN_MS,
      );
      const { cpuSeconds, peakMib } = await usageOf(running.pid);
      const at = performance.now();
      parts.push({
        seconds: (at - before.at) / 1000,
        cpuSeconds: cpuSeconds - before.cpuSeconds,
        peakMib,
      });
      say(`share ${share}: at most ${Math.round(peakMib)} MiB`);
      before = { at, cpuSeconds };
      await forgetPeak(running.pid);
    }
    const stored = await settledCount(
      database.url,
      backlog.model,
      sent,
      SETTLED_WITHIN_MS,
    );
    // So that what still lies in memory alone is on disk, too.
    await fetch(`${database.url}/internal/force_flush`);
    const page = await (await fetch(`${database.url}/metrics`)).text();
    return parts.map(part => ({
      ...{ messages: messagesEach, ...part, sent, stored },
      ...databaseSizeOf(page),
      series: hosts * SERIES_PER_MESSAGE,
    }));
  } finally {
    await running.stop();
    await database.kill();
    await rm(own, { recursive: true, force: true });
  }
}

/** So that the next reading tells the peak since now (proc(5), clear_refs). */
async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5');
}
