import { decodeMetric } from '@gomon/wire';
import { Kafka, KafkaMessage } from 'kafkajs';

/** Reads everything in a topic of dead letters. */
export async function readDeadLetters(
  kafka: Kafka,
  topic: string,
): Promise<KafkaMessage[]> {
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const wanted = ends.reduce((sum, { high, low }) => sum + +high - +low, 0);
  if (wanted === 0) return [];

  const letters: KafkaMessage[] = [];
  const consumer = kafka.consumer({
    groupId: `gomon-faults-reader-${Date.now()}`,
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  try {
    await new Promise<void>((resolve, reject) => {
      consumer
        .run({
          autoCommit: false,
          eachMessage: async ({ message }) => {
            letters.push(message);
            if (letters.length === wanted) resolve();
          },
        })
        .catch(reject);
      setTimeout(
        () => reject(new Error('dead letters cannot be read')),
        60_000,
      );
    });
  } finally {
    await consumer.disconnect();
  }
  return letters;
}

/** Which messages of a fleet are among the dead letters. */
export function deadIndex(
  letters: readonly KafkaMessage[],
): (host: string, sequence: number) => boolean {
  const dead = new Set<string>();
  for (const { value } of letters) {
    try {
      const { hostname, sequence } = decodeMetric(value ?? Buffer.alloc(0));
      dead.add(`${hostname}#${sequence}`);
    } catch {
      // Poison that was never a message of the fleet.
    }
  }
  return (host, sequence) => dead.has(`${host}#${sequence}`);
}
