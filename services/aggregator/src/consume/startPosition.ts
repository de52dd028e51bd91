/** What is known of one partition when it is assigned, or when its position is in doubt. */
export interface PartitionFacts {
  /** The group's committed offset, or undefined when it has none. */
  readonly committed: number | undefined;
  /** Offset of the oldest record that the partition still has. */
  readonly low: number;
  /** Offset that the next record written will get. */
  readonly high: number;
  /** What this process remembers of the partition, if it read it before. */
  readonly memory?: {
    /** The offset that this process committed last. */
    readonly committed: number | undefined;
    /** The offset that this process would have read next. */
    readonly position: number;
    /** The highest end of the partition that this process has seen. */
    readonly high: number;
  };
}

/** Why records that Kafka once held can no longer be read. */
export type DestroyedReason = 'retention' | 'topic_recreated';

/** Where to read on, and what can no longer be read. */
export interface StartPosition {
  readonly start: number;
  /** Whether the process may keep what it knows of earlier offsets. */
  readonly continues: boolean;
  readonly destroyed?: {
    readonly reason: DestroyedReason;
    /** Records that were never accepted and are gone. */
    readonly messages: number;
  };
}

/**
 * Decides where to read a partition from.
 *
 * The group's commit is the truth, since another member may have moved it.
 * Only when it is exactly what this process committed last does the process
 * read on from where it was. A commit outside of what the partition holds
 * means that records were destroyed: by retention, or with the topic. Reading
 * then starts at the oldest record there is, never at the newest.
 */
export function decideStart(facts: PartitionFacts): StartPosition {
  const { committed, low, high, memory } = facts;

  if (isStale(facts)) {
    // Left over from a topic of the same name: what we read since is of this one.
    return { start: memory!.position, continues: true };
  }
  if (isRecreated(facts)) {
    return {
      start: low,
      continues: false,
      destroyed: {
        reason: 'topic_recreated',
        messages: memory
          ? Math.max(0, memory.high - memory.position)
          : Math.max(0, (committed ?? 0) - high),
      },
    };
  }
  const continues = memory !== undefined && memory.committed === committed;
  const wanted = continues ? memory.position : committed ?? low;
  if (wanted < low) {
    return {
      start: low,
      continues,
      destroyed: { reason: 'retention', messages: low - wanted },
    };
  }
  return { start: wanted, continues };
}

/** A commit past the end, while this process already reads the partition that there is now. */
function isStale({ committed, low, high, memory }: PartitionFacts): boolean {
  return (
    committed !== undefined &&
    committed > high &&
    memory !== undefined &&
    memory.committed === undefined &&
    memory.position >= low &&
    memory.position <= high &&
    memory.high <= high
  );
}

/** A partition's end never moves back, and its group's offsets vanish only with the topic. */
function isRecreated({ committed, high, memory }: PartitionFacts): boolean {
  if (committed !== undefined && committed > high) {
    return true;
  }
  if (memory === undefined) {
    return false;
  }
  return (
    memory.high > high ||
    memory.position > high ||
    (memory.committed !== undefined && committed === undefined)
  );
}
