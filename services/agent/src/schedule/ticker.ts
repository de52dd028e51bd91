/** Calls something at a steady pace until it is stopped. */
export class Ticker {
  private timer: NodeJS.Timeout | undefined;
  private due = 0;
  private running = false;

  /**
   * @param onTick - not called again before it has resolved
   * @param onSkipped - called for each beat that fell into a call that took too long, or into the machine's sleep
   */
  constructor(
    private readonly intervalMs: number,
    private readonly onTick: () => Promise<void>,
    private readonly onSkipped: (beats: number) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Starts with a call at once. */
  start(): void {
    this.due = this.now();
    this.tick();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private tick(): void {
    if (this.running) this.onSkipped(1);
    else void this.run();
    this.due += this.intervalMs;
    const behind = Math.floor((this.now() - this.due) / this.intervalMs);
    if (behind > 0) {
      this.onSkipped(behind);
      this.due += behind * this.intervalMs;
    }
    const delay = Math.max(0, this.due - this.now());
    this.timer = setTimeout(() => this.tick(), delay);
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      await this.onTick();
    } finally {
      this.running = false;
    }
  }
}
