import type { OperationalError, Readiness } from '@gomon/service-kit';

const RETRY_MS = 2000;

/**
 * Keeps /ready true to what is known of Kafka. An agent that reports every 30 seconds would learn of a lost broker at
 * its next message, so a connection that closes is taken as a reason to look; while all is well nothing is asked.
 */
export class KafkaWatch {
  private code: string | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking = false;
  private stopped = false;

  /** @param look - tries whether messages could be sent; throws an OperationalError when not */
  constructor(
    private readonly readiness: Readiness,
    private readonly look: () => Promise<unknown>,
  ) {
    this.raise(
      'KAFKA_NOT_REACHED_YET',
      'Kafka has not acknowledged a reading since the agent was started.',
    );
  }

  /** Kafka took something. */
  works(): void {
    if (this.code !== undefined) this.readiness.clear(this.code);
    this.code = undefined;
    clearTimeout(this.timer);
  }

  /** Kafka did not take something. */
  fails({ code, message, advice }: OperationalError): void {
    if (this.stopped) return;
    this.raise(code, `Readings wait in the outbox. ${message}. ${advice}`);
    this.lookAgain();
  }

  /** A connection was closed, by whomever. */
  connectionClosed(): void {
    if (!this.stopped) void this.check();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async check(): Promise<void> {
    if (this.looking || this.stopped) return;
    this.looking = true;
    try {
      await this.look();
      this.works();
    } catch (error) {
      this.fails(error as OperationalError);
    } finally {
      this.looking = false;
    }
  }

  private lookAgain(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.check(), RETRY_MS);
  }

  private raise(code: string, sentence: string): void {
    if (this.code !== undefined && this.code !== code) {
      this.readiness.clear(this.code);
    }
    this.code = code;
    this.readiness.raise(code, 'kafka', sentence);
  }
}
