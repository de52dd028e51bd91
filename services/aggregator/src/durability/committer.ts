import { Logger, messageOf } from '@gomon/service-kit';
import { Assignment } from '../consume/assignment';
import { Commit } from '../consume/partitionState';
import { SelfMetrics } from '../selfMetrics';

/** What has to be committed now: for every partition whose durable or accepted offset moved. */
export function dueCommits(assignment: Assignment): Map<number, Commit> {
  const due = new Map<number, Commit>();
  for (const { partition, ledger, committed } of assignment.placed) {
    const offset = ledger.durableTo;
    const accepted = ledger.acceptedTo;
    if (committed?.offset !== offset || committed.accepted !== accepted) {
      due.set(partition, { offset, accepted });
    }
  }
  return due;
}

/** What the committer needs from around it. */
export interface CommitterOptions {
  readonly assignment: Assignment;
  /** Answers whether it was tried at all. */
  readonly commit: (commits: ReadonlyMap<number, Commit>) => Promise<boolean>;
  readonly intervalMs: number;
  readonly metrics: SelfMetrics;
  readonly logger: Logger;
}

/** Commits what is durable, again and again. */
export class Committer {
  readonly #options: CommitterOptions;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #dueSinceMs: number | undefined;
  #committing: Promise<void> | undefined;

  constructor(options: CommitterOptions) {
    this.#options = options;
  }

  /** Since when there is something to commit that is not committed. */
  get dueSinceMs(): number | undefined {
    return this.#dueSinceMs;
  }

  start(): void {
    this.#timer = setTimeout(async () => {
      await this.commitNow();
      if (!this.#stopped) this.start();
    }, this.#options.intervalMs);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Commits once, after a commit that is under way. */
  async commitNow(): Promise<void> {
    await this.#committing;
    this.#committing ??= this.#commit().finally(() => {
      this.#committing = undefined;
    });
    await this.#committing;
  }

  async #commit(): Promise<void> {
    const { assignment, commit, metrics, logger } = this.#options;
    const due = dueCommits(assignment);
    if (due.size === 0) {
      this.#dueSinceMs = undefined;
      return;
    }
    this.#dueSinceMs ??= Date.now();
    for (const state of assignment.placed) {
      state.attempted = due.get(state.partition)?.offset ?? state.attempted;
    }
    try {
      if (!(await commit(due))) return;
    } catch (error) {
      metrics.commits.inc({ result: 'failed' });
      logger.warn({ reason: messageOf(error) }, 'could not commit');
      return;
    }
    metrics.commits.inc({ result: 'ok' });
    this.#dueSinceMs = undefined;
    // A rewind may have replaced the state meanwhile: the commit still stands.
    for (const state of assignment.known) {
      state.committed = due.get(state.partition) ?? state.committed;
    }
  }
}
