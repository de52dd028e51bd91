import { Logger, messageOf } from '@gomon/service-kit';
import { AdminConnection } from './adminConnection';
import { Assignment } from './assignment';
import { fetchGroupPositions, GroupPosition } from './groupPositions';
import { PartitionState } from './partitionState';

const INTERVAL_MS = 5_000;

/**
 * Whether a partition's place has to be found anew: its end moved back, or
 * someone else than this process moved the group's commit.
 *
 * @param committedBefore - what this process had committed when it asked
 */
export function isDisplaced(
  state: PartitionState,
  committedBefore: number | undefined,
  { high, low, committed, reset }: GroupPosition,
): boolean {
  if (reset || high < state.end || low > state.position) {
    return true;
  }
  if (committedBefore === undefined) {
    return false;
  }
  const own = [committedBefore, state.committed?.offset, state.attempted];
  return committed === undefined || !own.includes(committed);
}

/** What the watch needs from around it. */
export interface PositionWatchOptions {
  readonly admin: AdminConnection;
  readonly topic: string;
  readonly groupId: string;
  readonly assignment: Assignment;
  readonly onDisplaced: (partition: number) => void;
  readonly logger: Logger;
}

/**
 * Asks Kafka every few seconds where the partitions end and what the group
 * committed: for the lag of partitions that are not fetched now, and to
 * notice a topic that was deleted and made anew behind our back.
 */
export class PositionWatch {
  readonly #options: PositionWatchOptions;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: PositionWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setTimeout(async () => {
      await this.#look();
      if (!this.#stopped) this.start();
    }, INTERVAL_MS);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    const { admin, assignment, onDisplaced, logger } = this.#options;
    const before = assignment.placed.map(state => ({
      state,
      committed: state.committed?.offset,
    }));
    if (before.length === 0) return;
    try {
      const positions = await fetchGroupPositions(admin, this.#options);
      for (const { state, committed } of before) {
        const position = positions.get(state.partition);
        if (!position || assignment.get(state.partition) !== state) continue;
        if (isDisplaced(state, committed, position)) {
          logger.warn(
            { partition: state.partition, ...position },
            'the partition is not as it was',
          );
          onDisplaced(state.partition);
        } else {
          state.end = Math.max(state.end, position.high);
        }
      }
    } catch (error) {
      logger.debug({ reason: messageOf(error) }, 'cannot ask Kafka for ends');
    }
  }
}
