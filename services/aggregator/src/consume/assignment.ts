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
  readonly #orphans = new Set<PartitionState>();

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

  /** What was fetched of topics that are gone: to be stored from memory, since nobody can read it again. */
  get orphans(): PartitionState[] {
    for (const orphan of this.#orphans) {
      if (orphan.ledger.durableTo >= orphan.position) {
        this.#orphans.delete(orphan);
      }
    }
    return [...this.#orphans];
  }

  /** Lets go of what is lost beyond help. */
  abandon(orphan: PartitionState): void {
    orphan.closed = true;
    this.#orphans.delete(orphan);
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
      low: facts.low,
      high: facts.high,
      // Nobody else moved a commit that kafkajs overwrote: ours still counts.
      committed: facts.reset ? before?.committed?.offset : facts.committed,
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
    if (facts.reset) {
      // To be committed again, in place of what kafkajs wrote.
      state.committed = undefined;
    } else if (facts.committed === decision.start) {
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
    if (before && decision.continues) {
      // Where retention took what was not read yet, the run of offsets has a
      // hole; what was fetched before it is in memory, and goes on its way.
      before.position = decision.start;
      return before;
    }
    const state = before
      ? this.#begin(before, decision)
      : openPartition(partition, decision.start, this.#windowMs, this.#limits);
    this.#states.set(partition, state);
    return state;
  }

  #begin(
    before: PartitionState,
    { start, destroyed }: StartPosition,
  ): PartitionState {
    if (destroyed?.reason === 'topic_recreated') {
      // Nobody can read the old topic again, so what was fetched of it has to
      // be stored from memory. The agents count on: their gaps show the rest.
      this.#orphans.add(before);
      const state = before.successor(start);
      state.committed = undefined;
      state.sequences = { tracker: before.sequences.tracker, seenTo: start };
      return state;
    }
    // Another member read in between: gaps would show nothing.
    const state = before.rewind(start);
    state.committed = undefined;
    state.sequences = {
      tracker: new SequenceTracker(this.#limits),
      seenTo: start,
    };
    return state;
  }
}
