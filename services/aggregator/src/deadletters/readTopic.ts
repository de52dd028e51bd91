import { Kafka, KafkaMessage } from 'kafkajs';

const SILENCE_MS = 15_000;

/** Everything that a topic holds now, read without leaving a trace in any group's commits. */
export async function readTopic(
  kafka: Kafka,
  topic: string,
): Promise<KafkaMessage[]> {
  const admin = kafka.admin();
  await admin.connect();
  const groupId = `gomon-dead-letters-${process.pid}-${Date.now()}`;
  const ends = new Map(
    (await admin.fetchTopicOffsets(topic))
      .filter(({ low, high }) => low !== high)
      .map(({ partition, high }) => [partition, Number(high)]),
  );
  const letters: KafkaMessage[] = [];
  const consumer = kafka.consumer({ groupId });
  try {
    if (ends.size === 0) return [];
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      let silence = setTimeout(() => reject(silent(topic)), SILENCE_MS);
      consumer
        .run({
          autoCommit: false,
          eachBatch: async ({ batch }) => {
            clearTimeout(silence);
            const end = ends.get(batch.partition) ?? 0;
            letters.push(
              ...batch.messages.filter(({ offset }) => Number(offset) < end),
            );
            // The end of a batch counts control records, too.
            if (Number(batch.lastOffset()) + 1 >= end) {
              ends.delete(batch.partition);
            }
            if (ends.size === 0) resolve();
            else silence = setTimeout(() => reject(silent(topic)), SILENCE_MS);
          },
        })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined);
    await admin.disconnect();
  }
  return letters;
}

function silent(topic: string): Error {
  return new Error(`${topic} could not be read to its end`);
}
