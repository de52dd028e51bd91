import type { Kafka } from 'kafkajs';
import { explainKafkaError } from './kafkaErrors';

/**
 * Tries the connection and looks the topic up, for `--check`.
 * @returns what was found, as a sentence
 * @throws OperationalError
 */
export async function checkKafkaTopic(
  kafka: Kafka,
  topic: string,
): Promise<string> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    const { partitions } = topics[0];
    const { brokers } = await admin.describeCluster();
    return `${brokers.length} broker(s), topic ${topic} with ${partitions.length} partition(s)`;
  } catch (error) {
    throw explainKafkaError(error);
  } finally {
    await admin.disconnect();
  }
}
