import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKafka, KafkaCluster } from '@gomon/dev-stack';
import { decodeMetric, encodeMetric, Metric } from '@gomon/wire';
import { Kafka, logLevel } from 'kafkajs';
import { DEFAULT_FLEET, Fleet } from '../src';

const TOPIC = 'metrics-v4';
let dir: string;
let cluster: KafkaCluster;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gomon-fleet-'));
  cluster = await createKafka({ dir });
  await cluster.start();
});
afterAll(async () => {
  await cluster?.stop();
  await rm(dir, { recursive: true, force: true });
});

async function readAll(
  kafka: Kafka,
  count: number,
): Promise<{ host: string; metric: Metric }[]> {
  const consumer = kafka.consumer({ groupId: 'reader' });
  const found: { host: string; metric: Metric }[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        eachMessage: async ({ message }) => {
          const metric = decodeMetric(message.value as Buffer);
          found.push({ host: String(message.headers?.host), metric });
          if (found.length >= count) resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  return found;
}

it('puts into Kafka what its ledger says, through an outage', async () => {
  const kafka = new Kafka({
    brokers: [cluster.brokers],
    logLevel: logLevel.NOTHING,
  });
  let retries = 0;
  const fleet = new Fleet({
    kafka,
    topic: TOPIC,
    onRetry: () => (retries += 1),
    model: {
      ...DEFAULT_FLEET,
      hosts: 50,
      intervalMs: 1000,
      startMs: Date.now() - 20_000,
      restartsPerHour: 60,
      churnPerHour: 20,
      goShare: 0.2,
    },
  });
  const played = fleet.play(Date.now() + 15_000);
  await new Promise(resolve => setTimeout(resolve, 3000));
  await cluster.kill();
  await new Promise(resolve => setTimeout(resolve, 3000));
  await cluster.start();
  await played;
  await fleet.close();

  const produced = [...fleet.ledger];
  expect(retries).toBeGreaterThan(0);
  expect(produced.length).toBeGreaterThan(50 * 30);
  const key = (host: string, metric: Metric) => JSON.stringify([host, metric]);
  const found = await readAll(kafka, produced.length);
  const seen = new Set(found.map(({ host, metric }) => key(host, metric)));
  const missing = produced.filter(
    ({ host, message }) => !seen.has(key(host, asRead(message))),
  );
  expect(missing).toEqual([]);
});

/** A message with its fields in the order in which they are read. */
function asRead(message: Metric): Metric {
  return decodeMetric(encodeMetric(message));
}
