import { encodeMetric, Metric } from '@gomon/wire';
import { CODECS, produceByJava } from '../fleet/javaProducer';
import { hostName, messageOf } from '../fleet/hostModel';
import { exportHost } from '../oracle/exportFleet';
import { Stage } from '../stage/stage';
import { defineFault } from './fault';

const HOST = 0;
const MANY = 300;
// Kafka's default for the largest batch, less what a batch needs around one record.
const LARGEST_BYTES = 1_048_588 - 500;
const DISKS = 1_900;

/** Many small messages and the largest one, in each codec, by Kafka's own producer. */
export const codecs = defineFault(
  12,
  'the largest message, and many small ones in one batch, in each codec',
  { bare: true, hosts: 1, partitions: 1, stepMs: 10, staysReady: true },
  async ({ stage, aggregator, note, repaired }) => {
    await aggregator.start();
    for (const [round, codec] of CODECS.entries()) {
      const sequences = Array.from(
        { length: MANY },
        (_, i) => round * MANY + i + 1,
      );
      const values = sequences.map(one =>
        encodeMetric(messageOf(stage.model, HOST, one)),
      );
      const large = largest(stage, codec);
      const offsets = await produceByJava(
        stage.servers.kafka.brokers,
        stage.topic,
        codec,
        [...values, encodeMetric(large)],
      );
      sequences.forEach((one, i) => {
        stage.fleet.ledger.send(HOST, one);
        stage.fleet.ledger.acknowledge(HOST, one, {
          partition: 0,
          offset: offsets[i],
        });
      });
    }
    repaired();
    await stage.untilCommitted();
    for (const codec of CODECS) await expectLargest(stage, codec, note);
  },
);

/** One message just below the size that Kafka takes; uncompressible enough to stay large. */
function largest(stage: Stage, codec: string): Metric {
  const metric: Metric = {
    ...messageOf(stage.model, HOST, 1),
    hostname: `${hostName(stage.model, HOST)}-${codec}`,
    sequence: 1,
    diskStats: [],
    netStats: [],
  };
  const base = encodeMetric(metric).length;
  const perDisk = Math.floor((LARGEST_BYTES - base) / DISKS);
  metric.diskStats = Array.from({ length: DISKS }, (_, i) => ({
    mountpoint: `/${i}/`.padEnd(perDisk - 12, String(i)),
    usedPercent: i % 100,
  }));
  return metric;
}

async function expectLargest(
  stage: Stage,
  codec: string,
  note: (text: string) => void,
): Promise<void> {
  const sent = largest(stage, codec);
  const stored = await exportHost(stage.servers.database.url, sent.hostname);
  const disks = stored.filter(
    ({ metric }) => metric.__name__ === 'disk_used_percent',
  );
  if (disks.length !== DISKS) {
    throw new Error(`${codec}: ${disks.length} of ${DISKS} disks are stored`);
  }
  note(`${codec}: ${encodeMetric(sent).length} bytes`);
}
