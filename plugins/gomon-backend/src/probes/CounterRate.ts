interface Reading {
  at: number;
  value: number;
}

/** Turns a counter that is read again and again into what it grows by. A counter that falls has started anew. */
export class CounterRate {
  #readings: Reading[] = [];

  /** @param windowMs - how far back readings are kept */
  constructor(private readonly windowMs: number) {}

  add(value: number | undefined, now: Date): void {
    if (value === undefined) return;
    const last = this.#readings.at(-1);
    if (last && value < last.value) this.#readings = [];
    this.#readings.push({ at: now.getTime(), value });
    // One reading older than the window stays, so that the window is full.
    while (
      this.#readings.length > 2 &&
      this.#readings[1].at <= now.getTime() - this.windowMs
    ) {
      this.#readings.shift();
    }
  }

  /** Growth a second over the window, undefined before the second reading. */
  perSecond(): number | undefined {
    const [first, last] = [this.#readings[0], this.#readings.at(-1)];
    if (!first || !last || last.at <= first.at) return undefined;
    return ((last.value - first.value) * 1000) / (last.at - first.at);
  }

  /** Growth over the window, undefined before the second reading. */
  increase(): number | undefined {
    const [first, last] = [this.#readings[0], this.#readings.at(-1)];
    return first && last && last !== first
      ? last.value - first.value
      : undefined;
  }
}
