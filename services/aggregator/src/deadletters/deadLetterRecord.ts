import { DEAD_LETTER_HEADERS } from '@gomon/wire';
import { IHeaders, Message } from 'kafkajs';
import { PoisonMessage } from '../decode/readBatch';

/**
 * The dead letter of a message: key, value and headers byte for byte, and
 * besides them why it could not be stored and where it stood.
 */
export function toDeadLetter(
  { message, reason, detail }: PoisonMessage,
  topic: string,
  nowMs: number,
): Message {
  const headers: IHeaders = {
    ...message.headers,
    [DEAD_LETTER_HEADERS.reason]: reason,
    [DEAD_LETTER_HEADERS.detail]: detail.slice(0, 1_000),
    [DEAD_LETTER_HEADERS.topic]: topic,
    [DEAD_LETTER_HEADERS.partition]: String(message.state.partition),
    [DEAD_LETTER_HEADERS.offset]: String(message.offset),
    [DEAD_LETTER_HEADERS.failedAt]: new Date(nowMs).toISOString(),
  };
  return {
    key: message.key,
    value: message.value,
    headers,
    timestamp: message.timestamp,
  };
}
