import { decodeMetric, Metric } from '@gomon/wire';
import { Kafka, KafkaMessage, logLevel } from 'kafkajs';

/** A record and what it holds. */
export interface Published {
  record: KafkaMessage;
  metric: Metric;
}

const TOPIC = 'metrics-v4';

/** Reads the topic from its beginning until what was found of a host is enough; in the order of the records. */
export async function readTopic(
  brokers: string,
  host: string,
  isEnough: (found: Published[]) => boolean,
): Promise<Published[]> {
  const client = new Kafka({
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
  });
  const consumer = client.consumer({ groupId: `test-${host}-${Date.now()}` });
  const found: Published[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        eachMessage: async ({ message: record }) => {
          const metric = decodeMetric(record.value as Buffer);
          if (metric.hostname === host) found.push({ record, metric });
          if (isEnough(found)) resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  return found;
}
