import type { Message } from '../message/messageMaker';

/** Readings that wait for Kafka, oldest first. */
export interface Outbox {
  readonly depth: number;
  readonly bytes: number;
  /** When the oldest one was collected. */
  readonly oldestAtMs: number | undefined;
  /** Whether what waits is still there after the process was killed. */
  readonly durable: boolean;
  put(message: Message): void;
  /** The oldest ones, at least one if any waits, without taking them out. */
  peek(maxMessages: number, maxBytes: number): Message[];
  /** Takes out what {@link Outbox.peek} showed, since Kafka has it now. */
  remove(messages: readonly Message[]): void;
  close(): void;
}

/** Why a reading was given up. */
export type DropReason =
  | 'outbox_full'
  | 'spool_full'
  | 'spool_unreadable'
  | 'too_large';

/** Told of each reading that is given up. */
export type OnDrop = (
  reason: DropReason,
  message: Pick<Message, 'sequence' | 'collectedAtMs'>,
) => void;
