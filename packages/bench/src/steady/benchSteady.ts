import { createVictoriaMetrics } from '@gomon/dev-stack';
import { gomon, lagOf, pause, rowsOf, Servers, waitFor } from '@gomon/faults';
import { spawnFleet } from '@gomon/fleet';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOnDisk } from '../measure/bytesOnDisk';
import { counterOf } from '../measure/counter';
import { between, boundOf, histogramOf } from '../measure/histogram';
import { usageOf } from '../measure/usage';

/** A fleet whose hosts report every 30 s, and the topic that they report to. */
export interface FleetLoad {
  readonly hosts: number;
  readonly disksPerHost: number;
  readonly partitions: number;
}

/** What such a fleet cost while it was watched. */
export interface Steady extends FleetLoad {
  /** How long it was watched. */
  readonly seconds: number;
  readonly messagesPerSecond: number;
  readonly samplesPerSecond: number;
  /** Keys and values that the aggregator read. */
  readonly readBytesPerSecond: number;
  /** Import lines that it sent to the database. */
  readonly importBytesPerSecond: number;
  /** What a message takes on Kafka's disk, once, beside many others in one batch. */
  readonly kafkaBytesPerMessage: number;
  /** Thousandths of a processor; 1000 is one core. */
  readonly aggregatorMillicores: number;
  readonly databaseMillicores: number;
  /** Bounds of the histogram's buckets. */
  readonly delayP50Seconds: number;
  readonly delayP99Seconds: number;
  /** Messages that are not committed, at each look; commits trail by the durability window. */
  readonly uncommitted: readonly number[];
  readonly residentMib: number;
  readonly peakMib: number;
  readonly databaseMib: number;
}

const INTERVAL_S = 30;
const LOOK_EVERY_MS = 5_000;
/** Most readings are stored within this when a fleet is said to be steady. */
const SETTLED_S = 10;
const SETTLE_WITHIN_MS = 600_000;

/** Watches the aggregator for so long while a fleet of so many hosts reports, once every host is known. */
export async function benchSteady(
  { admin, dir, kafka }: Pick<Servers, 'admin' | 'dir' | 'kafka'>,
  load: FleetLoad,
  watchSeconds: number,
): Promise<Steady> {
  const { hosts, disksPerHost, partitions } = load;
  const name = `steady-${hosts}-${disksPerHost}-${partitions}`;
  const own = join(dir, name);
  await mkdir(own);
  await admin.createTopics({
    topics: [{ topic: name, numPartitions: partitions }],
  });
  const database = await createVictoriaMetrics({ dir: own, flags: [] });
  await database.start();
  const running = await gomon.start({
    dir: own,
    brokers: kafka.brokers,
    topic: name,
    group: name,
    database: database.url,
  });
  const fleet = spawnFleet({
    brokers: kafka.brokers,
    topic: name,
    hosts,
    interval: `${INTERVAL_S}s`,
    disksPerHost,
  });
  try {
    const pageNow = async () => (await fetch(running.metricsUrl!)).text();
    const delayOf = (page: string) =>
      histogramOf(page, 'gomon_aggregator_delay_seconds');
    // Every series is new at first, which costs the database far more than what follows.
    await pause(2 * INTERVAL_S * 1000);
    await waitFor(
      'the aggregator to have caught up with the first readings',
      async () => {
        const before = delayOf(await pageNow());
        await pause(LOOK_EVERY_MS);
        const later = delayOf(await pageNow());
        return boundOf(between(before, later), 0.99) <= SETTLED_S;
      },
      SETTLE_WITHIN_MS,
    );
    const look = async () => ({
      at: performance.now(),
      rows: await rowsOf(database.url),
      aggregator: await usageOf(running.pid),
      database: await usageOf(database.pid!),
      page: await pageNow(),
    });
    const before = await look();
    const uncommitted: number[] = [];
    while (performance.now() - before.at < watchSeconds * 1000) {
      uncommitted.push(await lagOf(admin, name, name));
      await pause(LOOK_EVERY_MS);
    }
    const after = await look();
    const seconds = (after.at - before.at) / 1000;
    const millicores = (who: 'aggregator' | 'database') =>
      (1000 * (after[who].cpuSeconds - before[who].cpuSeconds)) / seconds;
    const delay = between(delayOf(before.page), delayOf(after.page));
    const perSecond = (counter: string) =>
      (counterOf(after.page, counter) - counterOf(before.page, counter)) /
      seconds;
    const ends = await admin.fetchTopicOffsets(name);
    const messages = ends.reduce((sum, { high }) => sum + Number(high), 0);
    return {
      ...load,
      seconds,
      messagesPerSecond: perSecond('gomon_aggregator_messages_total'),
      readBytesPerSecond: perSecond('gomon_aggregator_message_bytes_total'),
      importBytesPerSecond: perSecond('gomon_aggregator_import_bytes_total'),
      kafkaBytesPerMessage: (await bytesOnDisk(dir, name)) / messages,
      samplesPerSecond: (after.rows - before.rows) / seconds,
      aggregatorMillicores: millicores('aggregator'),
      databaseMillicores: millicores('database'),
      delayP50Seconds: boundOf(delay, 0.5),
      delayP99Seconds: boundOf(delay, 0.99),
      uncommitted,
      residentMib: after.aggregator.residentMib,
      peakMib: after.aggregator.peakMib,
      databaseMib: after.database.residentMib,
    };
  } finally {
    await fleet.stop();
    await running.stop();
    await database.kill();
    await rm(own, { recursive: true, force: true });
  }
}
