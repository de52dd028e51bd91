import { LookError } from '../LookError';

/** Where there was no answer, the question is asked again so soon. */
const AGAIN_MS = 15_000;
/** How much older than usual an answer may be before that is told, and how long the first one may take. */
const LATE_MS = 60_000;

/**
 * A question about hosts that costs the database more than the look itself. Where its answer does not come in time, the hosts
 * are shown all the same, with the answer before and its age; once that is too old, it is told.
 */
export class LateQuestion {
  /** When it was last answered. */
  answeredAt?: Date;
  #firstAskedAt?: number;
  #nextAt = -Infinity;
  #failure?: LookError;

  /**
   * @param what - what it asks for, in words
   * @param everyMs - how often it is asked
   */
  constructor(readonly what: string, private readonly everyMs: number) {}

  /** The answer; undefined where it is not time to ask, or none came. */
  async ask<T>(question: () => Promise<T>, now: Date): Promise<T | undefined> {
    if (now.getTime() < this.#nextAt) return undefined;
    this.#firstAskedAt ??= now.getTime();
    try {
      const answer = await question();
      this.#nextAt = now.getTime() + this.everyMs;
      this.answeredAt = now;
      this.#failure = undefined;
      return answer;
    } catch (error) {
      this.#nextAt = now.getTime() + Math.min(AGAIN_MS, this.everyMs);
      this.#failure = LookError.from(error);
      return undefined;
    }
  }

  /** Why its answer is too old; undefined while it is not. */
  late(now: Date): LookError | undefined {
    const usual = this.answeredAt
      ? this.answeredAt.getTime() + this.everyMs
      : this.#firstAskedAt ?? now.getTime();
    return now.getTime() - usual > LATE_MS ? this.#failure : undefined;
  }
}
