import { PartitionLedger } from '../durability/ledger';
import { SequenceLimits, SequenceTracker } from '../sequence/sequenceTracker';

/** What has been committed for a partition: where to resume, and how far storage got. */
export interface Commit {
  /** Everything before it is durable. */
  readonly offset: number;
  /** Everything before it is accepted; it travels as the commit's metadata. */
  readonly accepted: number;
}

/** Follows the numbers of agents, and how far it has seen them, across rewinds. */
export interface PartitionSequences {
  readonly tracker: SequenceTracker;
  /** Offsets below were seen before: reading them again repeats nothing of the agents'. */
  seenTo: number;
}

/**
 * One assigned partition, from the offset where reading it began.
 *
 * Going back makes a new one: whatever is still under way for the old one
 * finds it closed, and changes nothing any more.
 */
export class PartitionState {
  readonly ledger: PartitionLedger;
  /** The next offset that has to be delivered. */
  position: number;
  /** The highest end that the leader told of. */
  end: number;
  /** The end as of the last fetch: fresher, but it may step back when leaders change. */
  fetchedEnd: number;
  committed: Commit | undefined;
  /** The offset of a commit whose answer may have been lost. */
  attempted: number | undefined;
  /**
   * Nothing of it counts any more: what was under way is read again, by
   * whoever holds the partition now.
   */
  closed = false;

  constructor(
    readonly partition: number,
    start: number,
    readonly windowMs: number,
    public sequences: PartitionSequences,
  ) {
    this.ledger = new PartitionLedger(start, windowMs);
    this.position = start;
    this.end = start;
    this.fetchedEnd = start;
  }

  /** Fetched, and not accepted yet. */
  get pendingMessages(): number {
    return this.position - this.ledger.acceptedTo;
  }

  /** Neither fetched nor accepted yet, plus what is pending. */
  get lag(): number {
    return Math.max(
      0,
      Math.max(this.end, this.fetchedEnd) - this.ledger.acceptedTo,
    );
  }

  /** Closes this one and begins again at another offset of the same partition. */
  rewind(start: number): PartitionState {
    this.closed = true;
    return this.successor(start);
  }

  /** Begins again at another offset, without closing this one. */
  successor(start: number): PartitionState {
    const again = new PartitionState(
      this.partition,
      start,
      this.windowMs,
      this.sequences,
    );
    again.end = this.end;
    again.fetchedEnd = this.fetchedEnd;
    again.committed = this.committed;
    again.attempted = this.attempted;
    return again;
  }
}

/** A partition that was not ours before. */
export function openPartition(
  partition: number,
  start: number,
  windowMs: number,
  limits: SequenceLimits,
): PartitionState {
  return new PartitionState(partition, start, windowMs, {
    tracker: new SequenceTracker(limits),
    seenTo: start,
  });
}
