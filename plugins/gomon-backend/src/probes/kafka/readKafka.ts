import { Admin, ConfigResourceTypes, KafkaJSProtocolError } from 'kafkajs';
import { KafkaInstance } from '../../config/schema';
import { LookError } from '../LookError';
import { adminFor } from './client';
import { isReachable } from './isReachable';
import { toKafkaError } from './toKafkaError';
import {
  GroupOffsets,
  KafkaSnapshot,
  LogOffsets,
  Membership,
  PartitionState,
} from './snapshot';

/** Looks at a cluster: brokers, the topic, and how far the groups are. @throws LookError when no broker answers. */
export async function readKafka(
  instance: KafkaInstance,
  groupIds: readonly string[],
  timeoutMs: number,
): Promise<KafkaSnapshot> {
  const admin = adminFor(instance, timeoutMs);
  const limit = timeLimit(timeoutMs);
  const reading = read(admin, instance, groupIds, timeoutMs);
  try {
    return await Promise.race([reading, limit.reached]);
  } catch (error) {
    throw toKafkaError(error);
  } finally {
    limit.clear();
    // Not waited for: a broker that hangs would hold up the look. And only when nothing is asked any more: a retry after the
    // end would open a connection that nobody closes.
    reading
      .catch(() => {})
      .then(() => admin.disconnect())
      .catch(() => {});
  }
}

async function read(
  admin: Admin,
  { topic, deadLetterTopic = `${topic}.dlq` }: KafkaInstance,
  groupIds: readonly string[],
  timeoutMs: number,
): Promise<KafkaSnapshot> {
  await admin.connect();
  const [cluster, partitions] = await Promise.all([
    admin.describeCluster(),
    readPartitions(admin, topic),
  ]);
  const [brokers, minInSync, offsets, groups, deadLetters] = await Promise.all([
    Promise.all(
      cluster.brokers.map(async broker => ({
        ...broker,
        reachable: await isReachable(broker, timeoutMs / 3),
      })),
    ),
    partitions && readMinInSync(admin, topic),
    partitions && readOffsets(admin, topic, partitions),
    partitions ? readGroups(admin, topic, groupIds) : new Map(),
    readDeadLetters(admin, deadLetterTopic),
  ]);
  return { brokers, partitions, minInSync, offsets, groups, deadLetters };
}

async function readPartitions(
  admin: Admin,
  topic: string,
): Promise<PartitionState[] | undefined> {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    return topics[0].partitions.map(
      ({ partitionId, leader, replicas, isr }) => ({
        partition: partitionId,
        leader: leader >= 0 ? leader : undefined,
        replicas: replicas.length,
        inSync: isr.length,
      }),
    );
  } catch (error) {
    if (isProtocolError(error, 'UNKNOWN_TOPIC_OR_PARTITION')) return undefined;
    throw error;
  }
}

async function readMinInSync(
  admin: Admin,
  topic: string,
): Promise<number | undefined> {
  const name = 'min.insync.replicas';
  try {
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [
        { type: ConfigResourceTypes.TOPIC, name: topic, configNames: [name] },
      ],
    });
    const value = resources[0].configEntries.find(
      ({ configName }) => configName === name,
    );
    return value ? Number(value.configValue) : undefined;
  } catch {
    return undefined; // Needs a right that looking at partitions does not; the checks go without.
  }
}

async function readOffsets(
  admin: Admin,
  topic: string,
  partitions: readonly PartitionState[],
): Promise<LogOffsets | undefined> {
  if (partitions.some(({ leader }) => leader === undefined)) return undefined;
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    const by = (key: 'low' | 'high') =>
      new Map(offsets.map(entry => [entry.partition, Number(entry[key])]));
    return { low: by('low'), high: by('high') };
  } catch {
    return undefined; // A leader that has just died; the brokers' check says so.
  }
}

async function readDeadLetters(
  admin: Admin,
  topic: string,
): Promise<number | undefined> {
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    return offsets.reduce(
      (sum, { low, high }) => sum + Number(high) - Number(low),
      0,
    );
  } catch {
    return undefined; // It is made with the first dead letter in some installations.
  }
}

async function readGroups(
  admin: Admin,
  topic: string,
  groupIds: readonly string[],
): Promise<Map<string, GroupOffsets>> {
  const groups = new Map<string, GroupOffsets>();
  const memberships = await readMemberships(admin, groupIds);
  await Promise.all(
    groupIds.map(async groupId => {
      try {
        const [{ partitions }] = await admin.fetchOffsets({
          groupId,
          topics: [topic],
        });
        groups.set(groupId, {
          ...toGroupOffsets(partitions),
          membership: memberships.get(groupId),
        });
      } catch {
        // Without its offsets nothing is said about the group.
      }
    }),
  );
  return groups;
}

async function readMemberships(
  admin: Admin,
  groupIds: readonly string[],
): Promise<Map<string, Membership>> {
  try {
    const { groups } = await admin.describeGroups([...groupIds]);
    return new Map(
      groups.map(({ groupId, state, members }) => [
        groupId,
        { state, members: members.length },
      ]),
    );
  } catch {
    return new Map(); // Its coordinator has just died, or it may not be described.
  }
}

function toGroupOffsets(
  partitions: { partition: number; offset: string; metadata: string | null }[],
): GroupOffsets {
  const group: GroupOffsets = { accepted: new Map(), committed: new Map() };
  for (const { partition, offset, metadata } of partitions) {
    const committed = Number(offset);
    if (committed < 0) continue;
    group.committed.set(partition, committed);
    group.accepted.set(
      partition,
      Math.max(committed, acceptedIn(metadata) ?? committed),
    );
  }
  return group;
}

/** The aggregator's commits trail what it has accepted by a window; their metadata says how far it really is. */
function acceptedIn(metadata: string | null): number | undefined {
  try {
    const accepted = Number(JSON.parse(metadata ?? '').accepted);
    return Number.isSafeInteger(accepted) ? accepted : undefined;
  } catch {
    return undefined;
  }
}

function isProtocolError(error: unknown, type: string): boolean {
  return (
    error instanceof Error &&
    ((error as KafkaJSProtocolError).type === type ||
      isProtocolError(error.cause, type))
  );
}

function timeLimit(ms: number) {
  let timer: NodeJS.Timeout;
  const reached = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new LookError('down', 'no answer in time')),
      ms,
    );
  });
  return { reached, clear: () => clearTimeout(timer) };
}
