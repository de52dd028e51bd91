import { byCodeUnits } from '@gomon/service-kit';
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FleetModel, hostName, SERIES_PER_MESSAGE } from '../fleet/hostModel';
import { exportHost } from '../oracle/exportFleet';
import { Servers } from '../stage/servers';
import { pause, waitFor } from '../stage/waitFor';
import { Contestant } from './contestant';

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
/** So that a request stays below Kafka's limit in the most verbose form. */
const MESSAGES_AT_ONCE = 400;
const HOSTS_AT_ONCE = 20;
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
  await fill(servers, name, model, contestant);

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
        !(await isBehind(servers, name)),
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

async function fill(
  { admin, client }: Servers,
  topic: string,
  model: FleetModel,
  contestant: Contestant,
): Promise<void> {
  await admin.createTopics({
    topics: [{ topic, numPartitions: PARTITIONS }],
    waitForLeaders: false,
  });
  await waitFor('the topic', () => admin.fetchTopicOffsets(topic));
  const producer = client.producer();
  await producer.connect();
  for (let sequence = 1; sequence <= MESSAGES_PER_HOST; sequence++) {
    const messages = Array.from({ length: model.hosts }, (_, host) => ({
      partition: host % PARTITIONS,
      key: hostName(model, host),
      value: contestant.valueOf(model, host, sequence),
    }));
    for (let first = 0; first < messages.length; first += MESSAGES_AT_ONCE) {
      const part = messages.slice(first, first + MESSAGES_AT_ONCE);
      await producer.send({ topic, acks: -1, messages: part });
    }
  }
  await producer.disconnect();
}

/** Everything is read, and the database gets nothing more. */
async function untilStill(servers: Servers, topic: string): Promise<void> {
  const { database } = servers;
  await waitFor(
    'the backlog to be read',
    async () => !(await isBehind(servers, topic)),
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

/** Whether the group of the same name has still to commit something of the topic. */
async function isBehind({ admin }: Servers, topic: string): Promise<boolean> {
  const [ends, [group]] = await Promise.all([
    admin.fetchTopicOffsets(topic),
    admin.fetchOffsets({ groupId: topic, topics: [topic] }),
  ]);
  return ends.some(({ partition, high }) => {
    const commit = group.partitions.find(at => at.partition === partition);
    return Number(commit?.offset ?? 0) < Number(high);
  });
}

async function rowsOf(url: string): Promise<number> {
  const page = await (await fetch(`${url}/metrics`)).text();
  const counters = page.matchAll(/^vm_rows_inserted_total\{.*\} (\S+)$/gm);
  return [...counters].reduce((sum, [, value]) => sum + Number(value), 0);
}

/** Samples of the fleet, each counted once however often it was delivered. */
async function countStored(url: string, model: FleetModel): Promise<number> {
  let stored = 0;
  for (let first = 0; first < model.hosts; first += HOSTS_AT_ONCE) {
    const hosts = Array.from({ length: HOSTS_AT_ONCE }, (_, i) =>
      hostName(model, first + i),
    );
    const found = await Promise.all(hosts.map(host => exportHost(url, host)));
    const samples = new Set<string>();
    for (const { metric, timestamps } of found.flat()) {
      const { db: _, ...labels } = metric;
      const series = JSON.stringify(
        Object.entries(labels).sort(([a], [b]) => byCodeUnits(a, b)),
      );
      timestamps.forEach(time => samples.add(`${series}@${time}`));
    }
    stored += samples.size;
  }
  return stored;
}
