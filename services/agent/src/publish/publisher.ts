import { setTimeout as sleep } from 'node:timers/promises';
import type { OperationalError } from '@gomon/service-kit';
import type { Message } from '../message/messageMaker';
import type { OnDrop, Outbox } from '../outbox/outbox';
import { Backoff } from './backoff';
import type { Sender } from './kafkaSender';

/** What a publisher tells of its work. */
export interface PublisherEvents {
  acknowledged(messages: readonly Message[], tookMs: number): void;
  failed(error: OperationalError, waiting: number): void;
  dropped: OnDrop;
}

/** At most this much in one request: well below a topic's usual limit of 1 MB a batch. */
const MAX_MESSAGES = 500;
const MAX_BYTES = 512 * 1024;

/** Longest pause between attempts: Kafka's return is noticed within ten seconds. */
const LONGEST_PAUSE_MS = 5000;
const FIRST_PAUSE_MS = 250;

/**
 * Sends what is in the outbox, oldest first, one request at a time, and takes out only what is acknowledged. While
 * Kafka does not take it, it tries again for as long as it lives.
 */
export class Publisher {
  private readonly backoff = new Backoff(FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
  private readonly stopping = new AbortController();
  private wakeUp: () => void = () => {};
  private work: Promise<void> | undefined;
  private maxMessages = MAX_MESSAGES;

  constructor(
    private readonly outbox: Outbox,
    private readonly sender: Sender,
    private readonly events: PublisherEvents,
  ) {}

  start(): void {
    this.work = this.run();
  }

  /** Says that there is something in the outbox. */
  wake(): void {
    this.wakeUp();
  }

  /** Sends what waits, for so long at most, and ends. */
  async stop(withinMs: number): Promise<void> {
    const end = performance.now() + withinMs;
    while (this.outbox.depth > 0 && performance.now() < end) await sleep(20);
    this.stopping.abort();
    this.wakeUp();
    await this.work;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const batch = this.outbox.peek(this.maxMessages, MAX_BYTES);
      if (batch.length === 0) await this.sleepUntilWoken();
      else await this.attempt(batch);
    }
  }

  private async attempt(batch: Message[]): Promise<void> {
    const from = performance.now();
    try {
      await this.sender.send(batch);
      this.outbox.remove(batch);
      this.maxMessages = MAX_MESSAGES;
      this.backoff.reset();
      this.events.acknowledged(batch, performance.now() - from);
    } catch (error) {
      await this.recover(error as OperationalError, batch);
    }
  }

  private async recover(error: OperationalError, batch: Message[]) {
    this.events.failed(error, this.outbox.depth);
    if (error.code === 'KAFKA_MESSAGE_TOO_LARGE') {
      this.shrink(batch);
      return;
    }
    const { signal } = this.stopping;
    await sleep(this.backoff.next(), undefined, { signal }).catch(() => {});
  }

  /** A batch that is too large is tried in halves; one message that is too large never fits. */
  private shrink(batch: Message[]): void {
    this.maxMessages = Math.max(1, Math.floor(batch.length / 2));
    if (batch.length > 1) return;
    this.outbox.remove(batch);
    this.events.dropped('too_large', batch[0]);
  }

  private sleepUntilWoken(): Promise<void> {
    if (this.stopping.signal.aborted) return Promise.resolve();
    return new Promise(resolve => {
      this.wakeUp = resolve;
    });
  }
}
