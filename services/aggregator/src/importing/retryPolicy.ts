import { Attempt } from '../database/attempt';

/** Bounds of waiting, all in milliseconds. */
export interface RetryLimits {
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  readonly firstTimeoutMs: number;
  readonly maxTimeoutMs: number;
}

/** How patient the next attempt is. */
export interface Patience {
  readonly attempt: number;
  /** How long one request may take before it counts as unanswered. */
  readonly timeoutMs: number;
}

export function firstPatience(limits: RetryLimits): Patience {
  return { attempt: 0, timeoutMs: limits.firstTimeoutMs };
}

/**
 * How long to wait after a failed attempt, and how long the next may take.
 *
 * Waits double up to a bound, with jitter so that many aggregators do not
 * come back at once. The time limit doubles after each timeout: a connection
 * that is half open is given up soon, and a database that is merely slow gets
 * the time it needs instead of being asked for ever.
 *
 * @param chance - a number in [0, 1) that spreads the wait
 */
export function nextPatience(
  current: Patience,
  failure: Attempt,
  limits: RetryLimits,
  chance: number,
): { patience: Patience; delayMs: number } {
  const exponential = Math.min(
    limits.maxDelayMs,
    limits.firstDelayMs * 2 ** Math.min(current.attempt, 20),
  );
  const jittered = exponential * (0.5 + chance / 2);
  const asked = failure.kind === 'answered' ? failure.retryAfterMs ?? 0 : 0;
  return {
    delayMs: Math.min(limits.maxDelayMs, Math.max(jittered, asked)),
    patience: {
      attempt: current.attempt + 1,
      timeoutMs:
        failure.kind === 'timeout'
          ? Math.min(limits.maxTimeoutMs, current.timeoutMs * 2)
          : current.timeoutMs,
    },
  };
}
