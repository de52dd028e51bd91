import type { Message } from '../message/messageMaker';

/** Readings that wait for Kafka, oldest first. */
export interface Outbox {
  readonly depth: number;
  readonly bytes: number;
  /** When the oldest one was collected. */
  readonly oldestAtMs: number | undefined;
  put(message: Message): void;
  /** The oldest ones, at least one if any waits, without taking them out. */
  peek(maxMessages: number, maxBytes: number): Message[];
  /** Takes out what {@link Outbox.peek} showed, since Kafka has it now. */
  remove(messages: readonly Message[]): void;
}

/** Why a reading was given up. */
export type DropReason = 'outbox_full' | 'too_large';

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
  private messages: Message[] = [];
  /** Where the oldest one is: taking from the front of an array would move all others. */
  private first = 0;
  private size = 0;

  constructor(
    private readonly limits: OutboxLimits,
    private readonly onDrop: (reason: DropReason, message: Message) => void,
  ) {}

  get depth(): number {
    return this.messages.length - this.first;
  }

  get bytes(): number {
    return this.size;
  }

  get oldestAtMs(): number | undefined {
    return this.messages[this.first]?.collectedAtMs;
  }

  put(message: Message): void {
    this.messages.push(message);
    this.size += message.bytes.length;
    const { maxMessages, maxBytes } = this.limits;
    while (
      this.depth > maxMessages ||
      (this.size > maxBytes && this.depth > 1)
    ) {
      this.onDrop('outbox_full', this.shift());
    }
  }

  peek(maxMessages: number, maxBytes: number): Message[] {
    const shown: Message[] = [];
    let bytes = 0;
    for (let i = this.first; i < this.messages.length; i++) {
      const message = this.messages[i];
      bytes += message.bytes.length;
      const full = shown.length >= maxMessages || bytes > maxBytes;
      if (full && shown.length > 0) break;
      shown.push(message);
    }
    return shown;
  }

  /** Some may have been dropped meanwhile: the oldest ones are compared, not counted. */
  remove(messages: readonly Message[]): void {
    const done = new Set(messages);
    while (this.depth > 0 && done.has(this.messages[this.first])) this.shift();
  }

  private shift(): Message {
    const message = this.messages[this.first];
    this.first += 1;
    this.size -= message.bytes.length;
    if (this.first > 1000 && this.first * 2 > this.messages.length) {
      this.messages = this.messages.slice(this.first);
      this.first = 0;
    }
    return message;
  }
}
