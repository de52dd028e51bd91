import { guardIdleTimers } from '@gomon/kafkajs-idle';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import { Problem } from '../problem';
import { waitUntil } from '../processes/wait';

/** A topic that a stack makes sure of. */
export interface Topic {
  name: string;
  partitions: number;
  config?: Record<string, string>;
}

const LARGEST_RECORD = 1_048_588; // Kafka's own default for message.max.bytes
const ROOM_FOR_HEADERS = 65_536;

/** The topics of gomon: the metrics, and the dead letters with room for their headers. */
export const gomonTopics: Topic[] = [
  { name: 'metrics-v4', partitions: 3 },
  {
    name: 'metrics-v4.dlq',
    partitions: 1,
    config: { 'max.message.bytes': String(LARGEST_RECORD + ROOM_FOR_HEADERS) },
  },
];

/** Runs something with an admin client that asks once and is quiet about failures. */
export async function withAdmin<T>(
  brokers: string[],
  action: (admin: Admin) => Promise<T>,
): Promise<T> {
  guardIdleTimers();
  const kafka = new Kafka({
    clientId: 'gomon-dev-stack',
    brokers,
    connectionTimeout: 2_000,
    requestTimeout: 10_000,
    retry: { retries: 1, initialRetryTime: 100 },
    logLevel: logLevel.NOTHING,
  });
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await action(admin);
  } finally {
    await admin.disconnect();
  }
}

/** Creates those of the topics that do not exist yet, and waits for their leaders. */
export async function ensureTopics(
  brokers: string[],
  topics: Topic[],
  replication: number,
): Promise<string[]> {
  return withAdmin(brokers, async admin => {
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter(topic => !existing.has(topic.name));
    if (missing.length > 0) {
      await admin.createTopics({
        // It gives up when the broker that it asks has not heard of the topic yet; waiting is done below.
        waitForLeaders: false,
        topics: missing.map(topic => ({
          topic: topic.name,
          numPartitions: topic.partitions,
          replicationFactor: replication,
          configEntries: Object.entries(topic.config ?? {}).map(
            ([name, value]) => ({ name, value }),
          ),
        })),
      });
    }
    await requireLeaders(
      admin,
      topics.map(topic => topic.name),
    );
    return missing.map(topic => topic.name);
  });
}

// Metadata names a leader a moment before that broker acts as one.
async function requireLeaders(admin: Admin, names: string[]): Promise<void> {
  const led = await waitUntil(
    async () => {
      await Promise.all(names.map(name => admin.fetchTopicOffsets(name)));
      return true;
    },
    { withinMs: 30_000 },
  );
  if (!led) {
    throw new Problem(
      `Kafka has no leader for every partition of ${names.join(
        ' and ',
      )} after 30 s: read the logs of its nodes.`,
    );
  }
}
