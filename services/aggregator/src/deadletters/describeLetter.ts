import { DEAD_LETTER_HEADERS, decodeMetric, HEADERS } from '@gomon/wire';
import { KafkaMessage } from 'kafkajs';

/** A dead letter, as a person looks at it. */
export interface LetterView {
  /** Its own offset among the dead letters. */
  readonly offset: string;
  readonly reason: string;
  readonly detail: string;
  readonly topic: string;
  readonly partition: string;
  readonly originalOffset: string;
  readonly failedAt: string;
  readonly host: string;
  readonly bytes: number;
}

/** Reads what the headers of a dead letter say. */
export function viewLetter(message: KafkaMessage): LetterView {
  const header = (name: string): string => {
    const value = message.headers?.[name];
    return (Array.isArray(value) ? value[0] : value)?.toString() ?? '';
  };
  return {
    offset: message.offset,
    reason: header(DEAD_LETTER_HEADERS.reason),
    detail: header(DEAD_LETTER_HEADERS.detail),
    topic: header(DEAD_LETTER_HEADERS.topic),
    partition: header(DEAD_LETTER_HEADERS.partition),
    originalOffset: header(DEAD_LETTER_HEADERS.offset),
    failedAt: header(DEAD_LETTER_HEADERS.failedAt),
    host: header(HEADERS.host) || hostOf(message),
    bytes: message.value?.length ?? 0,
  };
}

/** One letter on one line. */
export function letterLine(view: LetterView): string {
  return [
    view.offset.padStart(8),
    view.failedAt.padEnd(24),
    view.reason.padEnd(24),
    `${view.topic}/${view.partition}@${view.originalOffset}`.padEnd(24),
    view.host,
  ].join('  ');
}

const HEX_BYTES = 256;

/** Everything about one letter: why it died, what it says as far as it can be read, and how it begins. */
export function explainLetter(message: KafkaMessage): string {
  const view = viewLetter(message);
  const value = message.value ?? Buffer.alloc(0);
  return [
    `dead letter ${view.offset}: ${view.reason}`,
    `  ${view.detail}`,
    `  was ${view.topic}, partition ${view.partition}, offset ${view.originalOffset}, ${view.bytes} bytes`,
    `  failed at ${view.failedAt}`,
    `  host ${view.host || '(not known)'}`,
    `  content ${contentOf(value)}`,
    `  begins ${value.subarray(0, HEX_BYTES).toString('hex') || '(no bytes)'}`,
  ].join('\n');
}

function contentOf(value: Buffer): string {
  try {
    return JSON.stringify(decodeMetric(value));
  } catch (error) {
    return `cannot be read: ${(error as Error).message}`;
  }
}

function hostOf(message: KafkaMessage): string {
  try {
    return decodeMetric(message.value ?? Buffer.alloc(0)).hostname;
  } catch {
    return '';
  }
}
