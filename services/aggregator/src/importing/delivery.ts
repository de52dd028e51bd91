import { Attempt, judge, Verdict } from '../database/attempt';
import { firstPatience, nextPatience, RetryLimits } from './retryPolicy';

/** That the database took something, and which life of it. */
export interface Acceptance {
  readonly kind: 'accepted';
  /** When it was sent, and when the answer was there; Unix milliseconds. */
  readonly sentAtMs: number;
  readonly atMs: number;
  /** The life that was seen before the request was sent. */
  readonly incarnation: string;
  /** How many requests it took. */
  readonly attempts: number;
}

/** That the database does not want this content. */
export interface Refusal {
  readonly kind: 'refused' | 'too-large';
  readonly attempt: Attempt;
}

/** What delivery needs from around it. */
export interface DeliveryEdges {
  /** The life of the database as last seen, or undefined when it was never seen. */
  incarnation(): string | undefined;
  /** Looks at the database anew; answers whether that succeeded. */
  look(): Promise<boolean>;
  post(lines: Buffer | string, timeoutMs: number): Promise<Attempt>;
  /** Waits; may return early when something has changed for the better. */
  pause(ms: number): Promise<void>;
  /** Told of each attempt that failed and is tried again. */
  onTrouble(verdict: Verdict | 'unseen', attempt: Attempt | undefined): void;
  /** Told of each attempt. */
  onAttempt(attempt: Attempt): void;
  /** Whether anybody still needs this delivery. */
  isWanted(): boolean;
  now(): number;
  random(): number;
}

/**
 * Delivers one body, however long that takes.
 *
 * Only two answers end it: accepted, or refused for its content. Everything
 * else is tried again, and before each further attempt the database is looked
 * at anew, so that acceptance is held against the life that really answered.
 *
 * @returns undefined when nobody wanted it any more
 */
export async function deliver(
  lines: Buffer | string,
  limits: RetryLimits,
  edges: DeliveryEdges,
): Promise<Acceptance | Refusal | undefined> {
  let patience = firstPatience(limits);
  let attempts = 0;
  while (edges.isWanted()) {
    const incarnation = edges.incarnation();
    if (incarnation === undefined && !(await edges.look())) {
      edges.onTrouble('unseen', undefined);
      await edges.pause(limits.maxDelayMs / 5);
      continue;
    }
    if (incarnation === undefined) continue;

    const sentAtMs = edges.now();
    attempts += 1;
    const attempt = await edges.post(lines, patience.timeoutMs);
    edges.onAttempt(attempt);
    const verdict = judge(attempt);
    if (verdict === 'accepted') {
      const atMs = edges.now();
      return { kind: 'accepted', sentAtMs, atMs, incarnation, attempts };
    }
    if (verdict === 'refused' || verdict === 'too-large') {
      return { kind: verdict, attempt };
    }
    edges.onTrouble(verdict, attempt);
    const next = nextPatience(patience, attempt, limits, edges.random());
    patience = next.patience;
    await edges.pause(next.delayMs);
    while (edges.isWanted() && !(await edges.look())) {
      edges.onTrouble('unseen', undefined);
      await edges.pause(limits.maxDelayMs / 5);
    }
  }
  return undefined;
}
