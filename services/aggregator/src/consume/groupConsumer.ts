import { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { followCoordinator } from './followCoordinator';
import { Commit } from './partitionState';
import { readShortVarLongs } from './readShortVarLongs';

/** How the group is joined and read. */
export interface GroupConsumerSettings {
  readonly topic: string;
  readonly groupId: string;
  readonly sessionTimeoutMs: number;
  readonly fetchMaxBytes: number;
  readonly fetchMaxBytesPerPartition: number;
}

/** What the consumer tells the one who reads from it. */
export interface GroupConsumerListener {
  /** A new generation begins: whatever was assigned may belong to others now. */
  onRevoked(): void;
  /** These partitions are ours; none is fetched before it is resumed. */
  onAssigned(partitions: number[]): void;
  onBatch(payload: EachBatchPayload): Promise<void>;
  /** Records up to `next` hold nothing for us: control records or compacted ones. */
  onNothing(partition: number, from: number, next: number): void;
  /** Kafka answered something. */
  onAnswer(): void;
  onCrash(error: Error): void;
}

// A broker answers when it has so much, or after so long: else it would answer each message of a steady fleet by itself, and
// every answer costs as much as the reading of some messages. Short enough to notice a resume soon.
const FETCH_MIN_BYTES = 64 * 1024;
const FETCH_WAIT_MS = 250;
// Longer than a fetch and the farewell take. kafkajs waits for every answer before it closes a connection, and a group that
// waits for a member that died answers who joins it only when that one's session is over.
const LEAVE_MS = 5_000;

/**
 * One membership in the consumer group, from joining until it ends.
 *
 * Wraps kafkajs so that four of its habits cannot hurt: a commit that is
 * tried again after a rebalance (commits here are tried once, in the
 * generation that they belong to), a fetch before it is known where to read
 * on (partitions are paused until then), a coordinator that is looked for
 * only on joining (see {@link followCoordinator}), and a crash that leaves the
 * process idle (it is reported, and this membership is over).
 */
export class GroupConsumer {
  readonly #consumer: Consumer;
  readonly #settings: GroupConsumerSettings;
  readonly #listener: GroupConsumerListener;
  #commit: EachBatchPayload['commitOffsetsIfNecessary'] | undefined;
  #assigned = false;
  #joined = false;
  #ended = false;

  constructor(
    kafka: Kafka,
    settings: GroupConsumerSettings,
    listener: GroupConsumerListener,
  ) {
    followCoordinator();
    readShortVarLongs();
    this.#settings = settings;
    this.#listener = listener;
    this.#consumer = kafka.consumer({
      groupId: settings.groupId,
      sessionTimeout: settings.sessionTimeoutMs,
      rebalanceTimeout: Math.max(settings.sessionTimeoutMs, 30_000),
      heartbeatInterval: Math.min(
        3_000,
        Math.floor(settings.sessionTimeoutMs / 4),
      ),
      minBytes: FETCH_MIN_BYTES,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      maxBytes: settings.fetchMaxBytes,
      maxBytesPerPartition: settings.fetchMaxBytesPerPartition,
      // A crash is handled by whoever holds this membership.
      retry: {
        initialRetryTime: 200,
        maxRetryTime: 2_000,
        retries: 5,
        restartOnFailure: async () => false,
      },
    });
  }

  async start(): Promise<void> {
    this.#listen();
    await this.#consumer.connect();
    await this.#consumer.subscribe({
      topics: [this.#settings.topic],
      // Where a position is out of range: never to the newest, that would skip.
      fromBeginning: true,
    });
    await this.#consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 16,
      eachBatch: payload => {
        this.#commit = payload.commitOffsetsIfNecessary;
        return this.#listener.onBatch(payload);
      },
    });
  }

  /** Leaves the group; one that does not let it join or go is left without a farewell. */
  async stop(): Promise<void> {
    this.#ended = true;
    let patience: NodeJS.Timeout | undefined;
    await Promise.race([
      this.#consumer.disconnect(),
      new Promise(resolve => {
        patience = setTimeout(resolve, LEAVE_MS);
      }),
    ]);
    clearTimeout(patience);
  }

  /**
   * Commits in the present generation, once.
   *
   * @returns whether it was tried at all: between generations, and before the
   * first batch of a membership, nothing can be committed
   */
  async commit(commits: ReadonlyMap<number, Commit>): Promise<boolean> {
    if (!this.#assigned || !this.#commit || commits.size === 0) {
      return false;
    }
    await this.#commit({
      topics: [
        {
          topic: this.#settings.topic,
          partitions: [...commits].map(([partition, { offset, accepted }]) => ({
            partition,
            offset: String(offset),
            metadata: JSON.stringify({ accepted: String(accepted) }),
          })),
        },
      ],
    });
    return true;
  }

  /** Reads on at this offset. */
  seek(partition: number, offset: number): void {
    if (!this.#reads) return;
    const { topic } = this.#settings;
    this.#consumer.seek({ topic, partition, offset: String(offset) });
  }

  pause(partitions: number[]): void {
    if (!this.#reads) return;
    this.#consumer.pause([{ topic: this.#settings.topic, partitions }]);
  }

  resume(partitions: number[]): void {
    if (!this.#reads) return;
    this.#consumer.resume([{ topic: this.#settings.topic, partitions }]);
  }

  /** Before it has joined there is nothing to steer, and kafkajs throws. */
  get #reads(): boolean {
    return this.#joined && !this.#ended;
  }

  #listen(): void {
    const { events, on } = this.#consumer;
    const { topic } = this.#settings;
    on(events.REQUEST, ({ payload }) => {
      this.#listener.onAnswer();
      // The answer to JoinGroup is the first that tells of a new generation.
      // From here on a commit could land in it, for partitions of others.
      if (payload.apiName === 'JoinGroup') {
        this.#assigned = false;
        this.#listener.onRevoked();
      }
    });
    on(events.GROUP_JOIN, ({ payload }) => {
      if (this.#ended) return;
      const partitions = payload.memberAssignment[topic] ?? [];
      this.#joined = true;
      this.#assigned = true;
      this.pause(partitions);
      this.#listener.onAssigned(partitions);
    });
    on(events.START_BATCH_PROCESS, ({ payload }) => {
      if (payload.batchSize === 0) {
        this.#listener.onNothing(
          payload.partition,
          Number(payload.firstOffset ?? payload.lastOffset),
          Number(payload.lastOffset) + 1,
        );
      }
    });
    on(events.CRASH, ({ payload }) => {
      this.#assigned = false;
      this.#ended = true;
      this.#listener.onCrash(payload.error);
    });
  }
}
