import ConsumerGroup from 'kafkajs/src/consumer/consumerGroup';

const following = Symbol.for('gomon.kafkajs.followCoordinator');

/** Answers of a broker that coordinates the group no longer, or not yet. */
const NOT_THE_COORDINATOR = [
  'NOT_COORDINATOR_FOR_GROUP',
  'GROUP_COORDINATOR_NOT_AVAILABLE',
  'GROUP_LOAD_IN_PROGRESS',
];

/** What kafkajs throws. */
interface KafkaError extends Error {
  /** Of an answer of a broker; others failed on the way. */
  readonly type?: string;
  readonly retriable?: boolean;
}

/**
 * Keeps members of kafkajs 2.2.4 in their group while its coordinator moves to another broker. kafkajs looks for the
 * coordinator when it joins, and only then: once that broker has died or restarted, no heartbeat arrives, and after some
 * seconds the membership breaks off. Whoever joins in its place waits until the group has missed the lost member for a whole
 * session. Kafka's own client looks for the coordinator again, and so does this: nothing changes hands, and partitions of
 * other brokers are read on meanwhile.
 *
 * A member is given up, as before, when its session is over: only until then can nobody else have its partitions.
 * Applies to all consumers of the process; a second call does nothing.
 */
export function followCoordinator(): void {
  const group = ConsumerGroup.prototype as ConsumerGroup & {
    [following]?: boolean;
  };
  if (group[following]) return;
  group[following] = true;
  const { heartbeat } = group;
  const searches = new WeakMap<ConsumerGroup, Promise<void>>();
  group.heartbeat = async function heartbeatOrSearch(options) {
    try {
      await heartbeat.call(this, options);
    } catch (error) {
      if (!isCoordinatorLost(error as KafkaError) || isSessionOver(this))
        throw error;
      // Every partition's leader has a loop of its own that beats for the same member.
      const search = searches.get(this) ?? findCoordinator(this);
      searches.set(this, search);
      await search.finally(() => searches.delete(this));
    }
  };
}

function isCoordinatorLost({ type, retriable }: KafkaError): boolean {
  return type ? NOT_THE_COORDINATOR.includes(type) : retriable === true;
}

function isSessionOver({
  lastRequest,
  sessionTimeout,
}: ConsumerGroup): boolean {
  return Date.now() - lastRequest >= sessionTimeout;
}

async function findCoordinator(group: ConsumerGroup): Promise<void> {
  const { cluster, groupId, offsetManager } = group;
  try {
    const coordinator = await cluster.findGroupCoordinator({ groupId });
    group.coordinator = coordinator;
    // Commits go to it, too.
    if (offsetManager) offsetManager.coordinator = coordinator;
  } catch {
    // Looked for again with the next heartbeat.
  }
}
