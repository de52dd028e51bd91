import { Admin, Kafka } from 'kafkajs';
import { FleetModel, hostName } from '../fleet/hostModel';
import { waitFor } from '../stage/waitFor';
import { Contestant } from './contestant';

/** So that a request stays below Kafka's limit in the most verbose form. */
const MESSAGES_AT_ONCE = 400;

/** A topic that is to hold what a fleet said. */
export interface Backlog {
  readonly topic: string;
  readonly partitions: number;
  readonly model: FleetModel;
  readonly messagesPerHost: number;
}

/** Makes the topic and writes every message of the fleet into it, in the form that the contestant reads. */
export async function fillBacklog(
  { admin, client }: { admin: Admin; client: Kafka },
  { topic, partitions, model, messagesPerHost }: Backlog,
  { valueOf }: Pick<Contestant, 'valueOf'>,
): Promise<void> {
  await admin.createTopics({
    topics: [{ topic, numPartitions: partitions }],
    waitForLeaders: false,
  });
  await waitFor('the topic', () => admin.fetchTopicOffsets(topic));
  const producer = client.producer();
  await producer.connect();
  for (let sequence = 1; sequence <= messagesPerHost; sequence++) {
    for (let first = 0; first < model.hosts; first += MESSAGES_AT_ONCE) {
      const count = Math.min(MESSAGES_AT_ONCE, model.hosts - first);
      const messages = Array.from({ length: count }, (_, i) => ({
        partition: (first + i) % partitions,
        key: hostName(model, first + i),
        value: valueOf(model, first + i, sequence),
      }));
      await producer.send({ topic, acks: -1, messages });
    }
  }
  await producer.disconnect();
}
