import { Logger } from '../logger';
import { messageOf } from '../errors/operationalError';

const SIGNAL_NUMBERS = { SIGINT: 2, SIGTERM: 15 } as const;
type StopSignal = keyof typeof SIGNAL_NUMBERS;

/** Ends a process in order: what was started last is stopped first. */
export class Shutdown {
  private readonly steps: { name: string; stop: () => Promise<void> }[] = [];
  private readonly controller = new AbortController();

  constructor(
    private readonly logger: Logger,
    private readonly limitMs: number,
  ) {}

  /** Aborted as soon as the process is asked to end. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Adds what is to be done at the end. Steps run one after another, the last added first. */
  onStop(name: string, stop: () => Promise<void> | void): void {
    this.steps.push({ name, stop: async () => stop() });
  }

  /** Reacts to SIGTERM and SIGINT: the first ends in order, the second at once. */
  listen(): void {
    for (const signal of Object.keys(SIGNAL_NUMBERS) as StopSignal[]) {
      process.on(signal, () => {
        if (this.signal.aborted) process.exit(128 + SIGNAL_NUMBERS[signal]);
        this.logger.info({ signal }, 'stopping');
        void this.run(0);
      });
    }
  }

  /** Ends the process in order for a reason of its own. */
  async run(exitCode: number): Promise<void> {
    if (this.signal.aborted) return;
    this.controller.abort();
    setTimeout(() => {
      this.logger.error(
        { limitMs: this.limitMs },
        'the shutdown took too long: ending without it',
      );
      process.exit(1);
    }, this.limitMs).unref();
    let code = exitCode;
    for (const { name, stop } of this.steps.toReversed()) {
      try {
        await stop();
      } catch (error) {
        code = 1;
        this.logger.error(`could not stop ${name}: ${messageOf(error)}`);
      }
    }
    this.logger.info('stopped');
    process.exit(code);
  }
}
