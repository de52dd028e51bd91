/** Bounds of one import. */
export interface BatchLimits {
  readonly maxMessages: number;
  /** Bytes of the messages as they were read from Kafka. */
  readonly maxBytes: number;
  /** How long the first message waits for company. */
  readonly lingerMs: number;
}

/** What is waiting to be imported. */
export interface Waiting {
  readonly messages: number;
  readonly bytes: number;
  readonly oldestAtMs: number;
}

/**
 * How long to wait before the next batch is taken.
 *
 * @returns milliseconds; 0 means now, `undefined` that nothing waits
 */
export function batchDueInMs(
  waiting: Waiting,
  limits: BatchLimits,
  nowMs: number,
): number | undefined {
  if (waiting.messages === 0) {
    return undefined;
  }
  const full =
    waiting.messages >= limits.maxMessages || waiting.bytes >= limits.maxBytes;
  return full ? 0 : Math.max(0, waiting.oldestAtMs + limits.lingerMs - nowMs);
}
