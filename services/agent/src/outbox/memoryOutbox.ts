import type { Message } from '../message/messageMaker';
import type { OnDrop, Outbox } from './outbox';
import { Queue } from './queue';

/** How much may wait. */
export interface OutboxLimits {
  maxMessages: number;
  maxBytes: number;
}

/**
 * An outbox in memory. When it is full the oldest reading goes: what happens now matters more than what happened
 * when the outage began, and the gap in the sequence shows what is missing.
 */
export class MemoryOutbox implements Outbox {
  readonly durable = false;
  private readonly waiting = new Queue<Message>();
  private size = 0;

  constructor(
    private readonly limits: OutboxLimits,
    private readonly onDrop: OnDrop,
  ) {}

  get depth(): number {
    return this.waiting.length;
  }

  get bytes(): number {
    return this.size;
  }

  get oldestAtMs(): number | undefined {
    return this.waiting.front?.collectedAtMs;
  }

  put(message: Message): void {
    this.waiting.push(message);
    this.size += message.bytes.length;
    const { maxMessages, maxBytes } = this.limits;
    while (
      this.depth > maxMessages ||
      (this.size > maxBytes && this.depth > 1)
    ) {
      this.onDrop('outbox_full', this.take());
    }
  }

  peek(maxMessages: number, maxBytes: number): Message[] {
    const shown: Message[] = [];
    let bytes = 0;
    for (let i = 0; i < Math.min(maxMessages, this.depth); i++) {
      const message = this.waiting.at(i) as Message;
      bytes += message.bytes.length;
      if (bytes > maxBytes && shown.length > 0) break;
      shown.push(message);
    }
    return shown;
  }

  /** Some may have been dropped meanwhile: the oldest ones are compared, not counted. */
  remove(messages: readonly Message[]): void {
    const done = new Set(messages);
    while (this.waiting.front && done.has(this.waiting.front)) this.take();
  }

  close(): void {}

  private take(): Message {
    const message = this.waiting.shift() as Message;
    this.size -= message.bytes.length;
    return message;
  }
}
