import { createVictoriaMetrics } from '@gomon/dev-stack';
import {
  Backlog,
  Contestant,
  isBehind,
  pause,
  rowsOf,
  SERIES_PER_MESSAGE,
  Servers,
  waitFor,
} from '@gomon/faults';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { settledCount } from '../measure/settledCount';
import { usageOf } from '../measure/usage';

/** What it took a contestant to carry a backlog into an empty database. */
export interface Carried {
  readonly contestant: string;
  /** From its start until the database had everything, seconds. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly databaseCpuSeconds: number;
  readonly peakMib: number;
  readonly sent: number;
  /** Different samples that the database has in the end. */
  readonly stored: number;
}

const WITHIN_MS = 900_000;
const STILL_FOR_MS = 5_000;
const SETTLED_WITHIN_MS = 15_000;

/** Lets a contestant carry a backlog from its start on, and counts what is stored afterwards. */
export async function carry(
  { kafka, admin, dir }: Pick<Servers, 'kafka' | 'admin' | 'dir'>,
  backlog: Backlog,
  contestant: Contestant,
  name: string,
): Promise<Carried> {
  const own = join(dir, name);
  await mkdir(own);
  const database = await createVictoriaMetrics({
    dir: own,
    flags: ['-search.maxExportSeries=1000000'],
  });
  await database.start();
  const { topic, model, messagesPerHost } = backlog;
  const sent = model.hosts * messagesPerHost * SERIES_PER_MESSAGE;
  const startedAt = performance.now();
  const running = await contestant.start({
    dir: own,
    brokers: kafka.brokers,
    topic,
    group: name,
    database: database.url,
  });
  try {
    const isThere = async () => (await rowsOf(database.url)) >= sent;
    const isOver = async () => {
      if (await isBehind(admin, topic, name)) return false;
      const rows = await rowsOf(database.url);
      await pause(STILL_FOR_MS);
      return rows === (await rowsOf(database.url));
    };
    await waitFor(
      'the database to have everything, or what was not dropped',
      async () => (await isThere()) || isOver(),
      WITHIN_MS,
    );
    const seconds = (performance.now() - startedAt) / 1000;
    const [carrier, store] = await Promise.all([
      usageOf(running.pid),
      usageOf(database.pid!),
    ]);
    return {
      contestant: contestant.title,
      seconds,
      cpuSeconds: carrier.cpuSeconds,
      databaseCpuSeconds: store.cpuSeconds,
      peakMib: carrier.peakMib,
      sent,
      stored: await settledCount(
        database.url,
        backlog.model,
        sent,
        SETTLED_WITHIN_MS,
      ),
    };
  } finally {
    await running.stop();
    await database.kill();
    await rm(own, { recursive: true, force: true });
  }
}
