import { Logger, messageOf } from '@gomon/service-kit';
import { EachBatchPayload, Kafka } from 'kafkajs';
import { BatchQueue } from '../batch/batchQueue';
import { SelfMetrics } from '../selfMetrics';
import { AdminConnection } from './adminConnection';
import { Assignment } from './assignment';
import {
  GroupConsumer,
  GroupConsumerListener,
  GroupConsumerSettings,
} from './groupConsumer';
import { fetchGroupPositions } from './groupPositions';
import { takeIn } from './intake';
import { Commit, PartitionState } from './partitionState';

const FIRST_RESTART_MS = 500;
// Kafka's return is to be seen well within ten seconds, and an attempt takes some seconds itself.
const MAX_RESTART_MS = 2_000;
const PLACE_AGAIN_MS = 500;

/** What the reader needs from around it. */
export interface ReaderOptions {
  readonly consumerKafka: Kafka;
  readonly admin: AdminConnection;
  readonly settings: GroupConsumerSettings;
  readonly assignment: Assignment;
  readonly queue: BatchQueue;
  readonly metrics: SelfMetrics;
  readonly logger: Logger;
}

/** What is known of the connection to Kafka. */
export interface ReaderHealth {
  readonly lastAnswerAtMs: number;
  /** Since when no partitions were assigned, or those assigned could not be placed. */
  readonly unassignedSinceMs: number | undefined;
  /** Why the membership broke off, until there is another. */
  readonly crash: string | undefined;
}

/**
 * Reads the topic as a member of the group, and begins a new membership when one breaks off.
 *
 * It places each partition after an assignment, hands fetched messages to the
 * queue, goes back when something accepted may be lost, and commits what it
 * is told to.
 */
export class Reader implements GroupConsumerListener {
  readonly #options: ReaderOptions;
  #consumer: GroupConsumer | undefined;
  #stopped = false;
  #held = false;
  #generation = 0;
  #restartMs = FIRST_RESTART_MS;
  #restartTimer: NodeJS.Timeout | undefined;
  #lastAnswerAtMs = Date.now();
  #unassignedSinceMs: number | undefined = Date.now();
  #crash: string | undefined;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  get health(): ReaderHealth {
    return {
      lastAnswerAtMs: this.#lastAnswerAtMs,
      unassignedSinceMs: this.#unassignedSinceMs,
      crash: this.#crash,
    };
  }

  start(): void {
    const { consumerKafka, settings } = this.#options;
    const consumer = new GroupConsumer(consumerKafka, settings, this);
    this.#consumer = consumer;
    consumer.start().catch(error => {
      if (this.#consumer === consumer) this.onCrash(error);
    });
  }

  /** Fetches no more; the membership goes on, so that commits count. */
  hold(): void {
    this.#held = true;
    this.#consumer?.pause(
      this.#options.assignment.placed.map(({ partition }) => partition),
    );
  }

  /** Leaves the group. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#restartTimer);
    await this.#consumer?.stop();
  }

  /** Commits once, for partitions that are held; answers whether it was tried. */
  async commit(commits: ReadonlyMap<number, Commit>): Promise<boolean> {
    return (await this.#consumer?.commit(commits)) ?? false;
  }

  /** Goes back to what is durable and reads on from there. */
  rewind(state: PartitionState): void {
    const { assignment, queue } = this.#options;
    const held = assignment.get(state.partition) === state;
    const again = assignment.rewind(state);
    queue.purge();
    if (held) this.#consumer?.seek(again.partition, again.position);
  }

  /** The place of a partition is not what it was: find it anew. */
  doubt(partition: number): void {
    const { assignment } = this.#options;
    if (!assignment.get(partition)) return;
    this.#consumer?.pause([partition]);
    assignment.doubt(partition);
    void this.#place();
  }

  onAnswer(): void {
    this.#lastAnswerAtMs = Date.now();
  }

  onRevoked(): void {
    this.#generation += 1;
    this.#unassignedSinceMs ??= Date.now();
    this.#options.assignment.revoke();
  }

  onAssigned(partitions: number[]): void {
    const { assignment, queue, metrics, logger } = this.#options;
    this.#generation += 1;
    this.#crash = undefined;
    metrics.rebalances.inc();
    logger.info({ partitions }, 'partitions assigned');
    assignment.assign(partitions).forEach(lost => this.#countGaps(lost));
    queue.purge();
    void this.#place();
  }

  async onBatch(payload: EachBatchPayload): Promise<void> {
    const { assignment, queue } = this.#options;
    const { partition } = payload.batch;
    const isRunning = () => payload.isRunning() && !this.#held;
    const result = await takeIn({ ...payload, isRunning }, assignment, queue);
    if (result === 'taken') this.#restartMs = FIRST_RESTART_MS;
    if (result === 'displaced') this.doubt(partition);
  }

  onNothing(partition: number, from: number, next: number): void {
    const state = this.#options.assignment.get(partition);
    if (!state || from > state.position || next <= state.position) return;
    this.#options.queue.add(state, [], next);
    state.position = next;
  }

  onCrash(error: Error): void {
    if (this.#stopped) return;
    const { assignment, queue, metrics, logger } = this.#options;
    const broken = this.#consumer;
    this.#consumer = undefined;
    this.#generation += 1;
    this.#crash = messageOf(error);
    this.#unassignedSinceMs ??= Date.now();
    assignment.interrupt();
    queue.purge();
    metrics.consumerRestarts.inc();
    logger.warn(
      { reason: this.#crash, restartInMs: this.#restartMs },
      'the membership in the group broke off',
    );
    void broken?.stop().catch(() => undefined);
    this.#restartTimer = setTimeout(() => this.start(), this.#restartMs);
    this.#restartMs = Math.min(MAX_RESTART_MS, this.#restartMs * 2);
  }

  /** Finds where to read each partition from, and lets it be fetched from there. */
  async #place(): Promise<void> {
    const { admin, assignment, settings, logger } = this.#options;
    const generation = this.#generation;
    const isCurrent = () => generation === this.#generation && !this.#stopped;
    while (isCurrent() && assignment.unplaced.length > 0) {
      try {
        const positions = await fetchGroupPositions(admin, settings);
        if (!isCurrent()) return;
        for (const partition of assignment.unplaced) {
          const facts = positions.get(partition);
          if (!facts) throw new Error(`partition ${partition} is not there`);
          this.#takeUp(partition, facts);
        }
      } catch (error) {
        this.#unassignedSinceMs ??= Date.now();
        logger.warn(
          { reason: messageOf(error) },
          'cannot tell yet where to read on',
        );
        await new Promise(resolve => setTimeout(resolve, PLACE_AGAIN_MS));
      }
    }
    if (isCurrent()) this.#unassignedSinceMs = undefined;
  }

  #takeUp(partition: number, facts: Parameters<Assignment['place']>[1]): void {
    const { assignment, queue, metrics, logger } = this.#options;
    const before = assignment.known.find(
      state => state.partition === partition,
    );
    const placement = assignment.place(partition, facts);
    if (!placement) return;
    if (
      before &&
      before.sequences.tracker !== placement.state.sequences.tracker
    ) {
      this.#countGaps(before);
    }
    const { start, destroyed } = placement;
    if (destroyed) {
      metrics.destroyed.inc({ reason: destroyed.reason }, destroyed.messages);
      logger.error(
        { partition, ...destroyed, ...facts, start },
        'records that were not read yet are gone from Kafka',
      );
    }
    queue.purge();
    this.#consumer?.seek(partition, start);
    if (!this.#held) this.#consumer?.resume([partition]);
    logger.debug({ partition, start, ...facts }, 'reading on');
  }

  /** Gaps that were still open when agents are no longer followed: nobody else will count them. */
  #countGaps(state: PartitionState): void {
    const counts = state.sequences.tracker.drain(Infinity);
    this.#options.metrics.sequences.add(counts);
  }
}
