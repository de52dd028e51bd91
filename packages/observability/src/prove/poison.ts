import { Kafka, logLevel } from 'kafkajs';

/** Sends a message that nobody can read, and that therefore goes to the dead letters. */
export async function poison(brokers: string, topic: string): Promise<void> {
  const kafka = new Kafka({
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
  });
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  await producer.send({
    topic,
    messages: [{ key: 'poison', value: Buffer.from('no message') }],
  });
  await producer.disconnect();
}
