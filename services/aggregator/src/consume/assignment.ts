import { SequenceLimits, SequenceTracker } from '../sequence/sequenceTracker';
import { GroupPosition } from './groupPositions';
import { openPartition, PartitionState } from './partitionState';
import { decideStart, StartPosition } from './startPosition';

/** Where a partition is read from after it was placed. */
export interface Placement extends StartPosition {
  readonly state: PartitionState;
}

/**
 * The partitions that this process holds, and what it knows of each.
 *
 * After a rebalance a partition is held but not placed: where to read on is
 * decided once the group's commit is known. Nothing here talks to Kafka.
 */
export class Assignment {
  readonly #windowMs: number;
  readonly #limits: SequenceLimits;
  readonly #states = new Map<number, PartitionState>();
  #held: ReadonlySet<number> = new Set();
  #unplaced = new Set<number>();

  constructor(windowMs: number, limits: SequenceLimits) {
    this.#windowMs = windowMs;
    this.#limits = limits;
  }

  /** Every partition that is held and placed. */
  get placed(): PartitionState[] {
    return [...this.#states.values()].filter(
      ({ partition }) =>
        this.#held.has(partition) && !this.#unplaced.has(partition),
    );
  }

  /** Everything that is known, also of partitions whose place is in doubt. */
  get known(): PartitionState[] {
    return [...this.#states.values()];
  }

  get unplaced(): number[] {
    return [...this.#unplaced];
  }

  /** The partition if it is held and placed, so that what it delivers counts. */
  get(partition: number): PartitionState | undefined {
    return this.#held.has(partition) && !this.#unplaced.has(partition)
      ? this.#states.get(partition)
      : undefined;
  }

  /** Nothing may be read or committed until the next assignment. */
  revoke(): void {
    this.#held = new Set();
    this.#unplaced = new Set();
  }

  /**
   * These are ours now, each still to be placed; what is lost is closed and forgotten.
   *
   * @returns what is lost
   */
  assign(partitions: number[]): PartitionState[] {
    const lost: PartitionState[] = [];
    this.#held = new Set(partitions);
    this.#unplaced = new Set(partitions);
    for (const [partition, state] of this.#states) {
      if (!this.#held.has(partition)) {
        state.closed = true;
        this.#states.delete(partition);
        lost.push(state);
      }
    }
    return lost;
  }

  /** The place of this partition is in doubt: it is to be placed again. */
  doubt(partition: number): void {
    if (this.#held.has(partition)) {
      this.#unplaced.add(partition);
    }
  }

  /** Decides where to read a partition from, by what the group and the topic say. */
  place(partition: number, facts: GroupPosition): Placement | undefined {
    if (!this.#unplaced.has(partition)) {
      return undefined;
    }
    const before = this.#states.get(partition);
    const decision = decideStart({
      ...facts,
      memory: before && {
        // A commit whose answer was lost is ours all the same.
        committed:
          facts.committed !== undefined && facts.committed === before.attempted
            ? before.attempted
            : before.committed?.offset,
        position: before.position,
        high: before.end,
      },
    });
    const state = this.#takeUp(partition, before, decision);
    state.end = facts.high;
    state.fetchedEnd = facts.high;
    if (facts.committed !== undefined && facts.committed === decision.start) {
      state.committed ??= { offset: decision.start, accepted: decision.start };
    }
    this.#unplaced.delete(partition);
    return { ...decision, state };
  }

  /** Goes back to what is durable, and sends everything after it again. */
  rewind(state: PartitionState): PartitionState {
    const again = state.rewind(state.ledger.durableTo);
    this.#states.set(state.partition, again);
    return again;
  }

  /**
   * A membership ended without leaving in order. Each partition goes back to
   * its commit; what is known of agents and ends stays, for the next assignment.
   */
  interrupt(): void {
    this.revoke();
    for (const [partition, state] of this.#states) {
      this.#states.set(
        partition,
        state.rewind(state.committed?.offset ?? state.ledger.durableTo),
      );
    }
  }

  #takeUp(
    partition: number,
    before: PartitionState | undefined,
    decision: StartPosition,
  ): PartitionState {
    if (before && decision.continues && decision.start === before.position) {
      return before;
    }
    const state = before
      ? this.#begin(before, decision)
      : openPartition(partition, decision.start, this.#windowMs, this.#limits);
    this.#states.set(partition, state);
    return state;
  }

  #begin(before: PartitionState, decision: StartPosition): PartitionState {
    const { start, continues, destroyed } = decision;
    const state = before.rewind(start);
    if (continues) {
      return state;
    }
    state.committed = undefined;
    // After a topic was made anew the agents count on, so their gaps show what
    // was destroyed. Where another member read in between, gaps show nothing.
    state.sequences =
      destroyed?.reason === 'topic_recreated'
        ? { tracker: before.sequences.tracker, seenTo: start }
        : { tracker: new SequenceTracker(this.#limits), seenTo: start };
    return state;
  }
}
