/** Numbers that look random and are the same for the same seed, so that a finding can be repeated (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  byte(): number {
    return this.below(256);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }

  /* eslint-disable no-bitwise */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  /* eslint-enable no-bitwise */
}
