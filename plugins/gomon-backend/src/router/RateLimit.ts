import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Requests a second that one caller may make on end, and how many at once. */
const PER_SECOND = 100;
const AT_ONCE = 300;
const MAX_CALLERS = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** A caller has asked for more than its share. Others are not held up by it. */
export class TooManyRequestsError extends Error {
  readonly name = 'TooManyRequestsError';
  readonly statusCode = 429;

  constructor() {
    super(`More than ${PER_SECOND} requests a second; ask again in a second`);
  }
}

/** A bucket of tokens for every caller, so that one bad one cannot use the backend up. */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();

  constructor(private readonly now: () => number = Date.now) {}

  /** @throws TooManyRequestsError */
  take(credentials: BackstageCredentials): void {
    const caller = JSON.stringify(credentials.principal);
    const at = this.now();
    const known = this.#buckets.get(caller) ?? { tokens: AT_ONCE, at };
    const refill = ((at - known.at) / 1000) * PER_SECOND;
    const tokens = Math.min(AT_ONCE, known.tokens + refill) - 1;
    // Moved to the end: the first is who has not asked for the longest time.
    this.#buckets.delete(caller);
    this.#buckets.set(caller, { tokens: Math.max(0, tokens), at });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MAX_CALLERS) this.#buckets.delete(oldest);
    if (tokens < 0) throw new TooManyRequestsError();
  }
}
