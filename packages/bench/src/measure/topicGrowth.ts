import { waitFor } from '@gomon/faults';
import type { Admin, Kafka } from 'kafkajs';

/** Messages that a topic has had since it was made. */
export async function messagesOf(admin: Admin, topic: string): Promise<number> {
  const partitions = await admin.fetchTopicOffsets(topic);
  return partitions.reduce((sum, { high }) => sum + Number(high), 0);
}

/**
 * When the broker got the first message of a topic, Unix milliseconds. The topic must keep the broker's time
 * (`message.timestamp.type=LogAppendTime`).
 */
export async function firstMessageAtMs(
  client: Kafka,
  topic: string,
  withinMs: number,
): Promise<number> {
  const consumer = client.consumer({ groupId: `${topic}-first` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  let atMs: number | undefined;
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      atMs = Math.min(atMs ?? Infinity, Number(message.timestamp));
    },
  });
  try {
    return await waitFor('a first message', async () => atMs, withinMs);
  } finally {
    await consumer.disconnect();
  }
}
