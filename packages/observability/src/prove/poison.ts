import { emptyMetric, encodeMetric } from '@gomon/wire';
import { Kafka, logLevel } from 'kafkajs';

/** Sends a message that nobody can read, and that therefore goes to the dead letters. */
export function poison(brokers: string, topic: string): Promise<void> {
  return send(brokers, topic, Buffer.from('no message'));
}

/** Sends a message that can be read, with one figure that is no number and is therefore not stored. */
export function sendUnfit(brokers: string, topic: string): Promise<void> {
  const metric = {
    ...emptyMetric(),
    hostname: 'unfit',
    collectedAtMs: Date.now(),
    cpuUsagePercent: NaN,
    memoryUsedPercent: 50,
  };
  return send(brokers, topic, Buffer.from(encodeMetric(metric)));
}

async function send(
  brokers: string,
  topic: string,
  value: Buffer,
): Promise<void> {
  const kafka = new Kafka({
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
  });
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  await producer.send({
    topic,
    messages: [{ key: 'fault', value }],
  });
  await producer.disconnect();
}
