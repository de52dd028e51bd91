import { Attempt, describeAttempt } from '../database/attempt';
import { DatabaseClient } from '../database/databaseClient';
import {
  DatabaseMetrics,
  parseDatabaseMetrics,
} from '../database/databaseMetrics';
import { identify, Incarnation } from './incarnation';
import { IncarnationReading } from './ledger';

/** The last look at the database that succeeded. */
export interface DatabaseReading extends IncarnationReading {
  readonly metrics: DatabaseMetrics[];
  /** The shortest retention among those who keep samples. */
  readonly retentionMs: number | undefined;
}

/** Why looking at the database does not succeed. */
export interface WatchFailure {
  readonly sinceMs: number;
  readonly attempt: Attempt | undefined;
  readonly sentence: string;
}

/**
 * Looks at the database again and again: is it the same that accepted, and can it be reached.
 *
 * One look is under way at a time; whoever asks meanwhile gets its result
 * only if it was begun after they asked.
 */
export class DatabaseWatcher {
  readonly #client: Pick<DatabaseClient, 'metrics'>;
  readonly #intervalMs: number;
  readonly #onReading: (reading: DatabaseReading, recovered: boolean) => void;
  readonly #now: () => number;
  readonly #stop = new AbortController();
  #incarnations: Incarnation[] = [];
  #reading: DatabaseReading | undefined;
  #failure: WatchFailure | undefined;
  #looking: Promise<boolean> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    client: Pick<DatabaseClient, 'metrics'>;
    intervalMs: number;
    /** `recovered` tells that the look before failed. */
    onReading: (reading: DatabaseReading, recovered: boolean) => void;
    now?: () => number;
  }) {
    this.#client = options.client;
    this.#intervalMs = options.intervalMs;
    this.#onReading = options.onReading;
    this.#now = options.now ?? Date.now;
  }

  get reading(): DatabaseReading | undefined {
    return this.#reading;
  }

  get failure(): WatchFailure | undefined {
    return this.#failure;
  }

  start(): void {
    const again = async () => {
      await this.refresh();
      if (!this.#stop.signal.aborted) {
        this.#timer = setTimeout(again, this.#intervalMs);
      }
    };
    void again();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
  }

  /** Looks now. @returns whether it succeeded */
  async refresh(): Promise<boolean> {
    // A look that is under way may have been answered before the caller's reason to ask.
    await this.#looking;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<boolean> {
    const askedAtMs = this.#now();
    try {
      const result = await this.#client.metrics(this.#stop.signal);
      if ('failure' in result) {
        this.#fail(result.failure, describeAttempt(result.failure));
        return false;
      }
      const metrics = result.pages.map(parseDatabaseMetrics);
      this.#incarnations = metrics.map((page, i) =>
        identify(this.#incarnations[i], page),
      );
      const retentions = metrics.flatMap(page => page.retentionMs ?? []);
      this.#reading = {
        incarnation: this.#incarnations.map(({ id }) => id).join(','),
        askedAtMs,
        metrics,
        retentionMs:
          retentions.length > 0 ? Math.min(...retentions) : undefined,
      };
    } catch (error) {
      if (!this.#stop.signal.aborted) {
        this.#fail(undefined, (error as Error).message);
      }
      return false;
    }
    const recovered = this.#failure !== undefined;
    this.#failure = undefined;
    this.#onReading(this.#reading, recovered);
    return true;
  }

  #fail(attempt: Attempt | undefined, sentence: string) {
    this.#failure = {
      sinceMs: this.#failure?.sinceMs ?? this.#now(),
      attempt,
      sentence,
    };
  }
}
