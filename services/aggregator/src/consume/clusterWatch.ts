import { Logger, messageOf } from '@gomon/service-kit';
import { ITopicMetadata } from 'kafkajs';
import { AdminConnection } from './adminConnection';

const INTERVAL_MS = 15_000;

/** What Kafka says of itself. Only of topics that this user may see. */
export interface ClusterState {
  /** Undefined while a partition without a leader keeps the rest of the answer back. */
  readonly brokers?: number;
  /** Partitions of which a copy is behind or away. Undefined as `brokers` is. */
  readonly underReplicated?: number;
  readonly leaderless: number;
}

/** Reads the state out of the metadata of all topics. */
export function clusterStateOf(
  brokers: number,
  topics: readonly Pick<ITopicMetadata, 'partitions'>[],
): ClusterState {
  const partitions = topics.flatMap(topic => topic.partitions);
  return {
    brokers,
    underReplicated: partitions.filter(
      ({ isr, replicas }) => isr.length < replicas.length,
    ).length,
    leaderless: partitions.filter(({ leader }) => leader < 0).length,
  };
}

/** Asks Kafka every few seconds which brokers there are and how its partitions do, for those who watch it by metrics alone. */
export class ClusterWatch {
  readonly #connection: AdminConnection;
  readonly #logger: Logger;
  #state: ClusterState | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(connection: AdminConnection, logger: Logger) {
    this.#connection = connection;
    this.#logger = logger;
  }

  /** Undefined while no broker answers. */
  get state(): ClusterState | undefined {
    return this.#state;
  }

  start(delayMs = 0): void {
    this.#timer = setTimeout(async () => {
      this.#state = await this.#look();
      if (!this.#stopped) this.start(INTERVAL_MS);
    }, delayMs);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#connection.close();
  }

  async #look(): Promise<ClusterState | undefined> {
    try {
      return await this.#connection.use(async admin => {
        const { brokers } = await admin.describeCluster();
        const { topics } = await admin.fetchTopicMetadata();
        return clusterStateOf(brokers.length, topics);
      });
    } catch (error) {
      // kafkajs makes a failure of an answer in which any partition has no leader.
      if (isLeaderless(error)) return { leaderless: 1 };
      this.#logger.debug(
        { reason: messageOf(error) },
        'cannot ask Kafka for its brokers',
      );
      return undefined;
    }
  }
}

function isLeaderless(error: unknown): boolean {
  const { type, cause } = error as { type?: string; cause?: { type?: string } };
  return [type, cause?.type].includes('LEADER_NOT_AVAILABLE');
}
