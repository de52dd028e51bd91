import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** For how long what was found out about a caller holds: what is taken from them ends within it. */
const MAX_AGE_MS = 10_000;
const MAX_CALLERS = 1000;

/** What was found out about each caller, for ten seconds: walls that refresh themselves ask the same again and again. */
export class CallerMemory<T> {
  readonly #callers = new Map<string, { since: number; memory: T }>();

  /** @param create - makes a memory that knows nothing; it may look at the one before, which is too old */
  constructor(
    private readonly create: (before?: T) => T,
    private readonly now: () => number = Date.now,
  ) {}

  of(credentials: BackstageCredentials): T {
    const caller = callerOf(credentials);
    // Who cannot be told apart from others is asked for every time.
    if (!caller) return this.create();
    const now = this.now();
    const known = this.#callers.get(caller);
    if (known && now - known.since < MAX_AGE_MS) return known.memory;
    this.#callers.delete(caller);
    const memory = this.create(known?.memory);
    this.#callers.set(caller, { since: now, memory });
    const [oldest] = this.#callers.keys();
    if (this.#callers.size > MAX_CALLERS) this.#callers.delete(oldest);
    return memory;
  }
}

/** A user by name. Services may carry restrictions of their own with every token. */
function callerOf({ principal }: BackstageCredentials): string | undefined {
  const { type, userEntityRef, actor } = principal as {
    type?: string;
    userEntityRef?: string;
    actor?: unknown;
  };
  return type === 'user' && !actor ? userEntityRef : undefined;
}
