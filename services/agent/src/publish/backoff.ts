/** Waiting times between attempts: growing, bounded, and not in step with other agents'. */
export class Backoff {
  private attempts = 0;

  constructor(
    private readonly firstMs: number,
    private readonly longestMs: number,
    private readonly random: () => number = Math.random,
  ) {}

  /** The next waiting time: between half of the full one and all of it. */
  next(): number {
    const full = Math.min(this.longestMs, this.firstMs * 2 ** this.attempts);
    this.attempts += 1;
    return full / 2 + (this.random() * full) / 2;
  }

  reset(): void {
    this.attempts = 0;
  }
}
