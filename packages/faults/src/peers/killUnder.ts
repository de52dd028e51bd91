import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FleetModel, SERIES_PER_MESSAGE } from '../fleet/hostModel';
import { Servers } from '../stage/servers';
import { pause, waitFor } from '../stage/waitFor';
import { fillBacklog } from './backlog';
import { Contestant } from './contestant';
import { countStored } from './countStored';
import { isBehind, rowsOf } from './progress';

/** What was left of a backlog after the database was killed while a contestant carried it. */
export interface PeerResult {
  readonly title: string;
  readonly setting: string;
  readonly sent: number;
  readonly stored: number;
  readonly missing: number;
}

const PARTITIONS = 6;
const HOSTS = 2_000;
const MESSAGES_PER_HOST = 100;
const STEP_MS = 1_000;
const STABLE_FOR_MS = 20_000;
const WITHIN_MS = 900_000;

/** Gives a contestant a backlog, kills the database half-way, and counts what it has in the end. */
export async function killUnder(
  servers: Servers,
  contestant: Contestant,
): Promise<PeerResult> {
  const name = `peer-${randomUUID().slice(0, 8)}`;
  const dir = join(servers.dir, name);
  await mkdir(dir);
  const model: FleetModel = {
    prefix: name,
    hosts: HOSTS,
    startMs: Date.now() - MESSAGES_PER_HOST * STEP_MS,
    stepMs: STEP_MS,
  };
  const sent = HOSTS * MESSAGES_PER_HOST * SERIES_PER_MESSAGE;
  await fillBacklog(
    servers,
    {
      topic: name,
      partitions: PARTITIONS,
      model,
      messagesPerHost: MESSAGES_PER_HOST,
    },
    contestant,
  );

  const { database } = servers;
  const before = await rowsOf(database.url);
  const running = await contestant.start({
    dir,
    brokers: servers.kafka.brokers,
    topic: name,
    group: name,
    database: database.url,
  });
  try {
    await waitFor(
      'half of the backlog, or the end of it where more than half was dropped',
      async () =>
        (await rowsOf(database.url)) - before > sent / 2 ||
        !(await isBehind(servers.admin, name, name)),
      WITHIN_MS,
    );
    await database.kill();
    await database.start();
    await untilStill(servers, name);
  } finally {
    await running.stop();
  }
  const stored = await countStored(database.url, model);
  const { title, setting } = contestant;
  return { title, setting, sent, stored, missing: sent - stored };
}

/** Everything is read, and the database gets nothing more. */
async function untilStill(servers: Servers, topic: string): Promise<void> {
  const { admin, database } = servers;
  await waitFor(
    'the backlog to be read',
    async () => !(await isBehind(admin, topic, topic)),
    WITHIN_MS,
  );
  let rows = await rowsOf(database.url);
  await waitFor(
    'the database to get nothing more',
    async () => {
      await pause(STABLE_FOR_MS);
      const last = rows;
      rows = await rowsOf(database.url);
      return rows === last;
    },
    WITHIN_MS,
  );
}
