/** The topic that agents write to and the aggregator reads. */
export const DEFAULT_TOPIC = 'metrics-v4';

/** The consumer group whose offsets carry over from the Go aggregator. */
export const DEFAULT_GROUP_ID = 'metrics-group';

/** `content-type` of every record. */
export const CONTENT_TYPE = 'application/x-protobuf';

/** Names of record headers. */
export const HEADERS = {
  contentType: 'content-type',
  /** The node's name; the only place where Go agents state it. */
  host: 'host',
  /** W3C trace context, present when tracing is on. */
  traceparent: 'traceparent',
} as const;

/** Headers that a dead letter carries besides its own. */
export const DEAD_LETTER_HEADERS = {
  reason: 'gomon-reason',
  detail: 'gomon-detail',
  topic: 'gomon-original-topic',
  partition: 'gomon-original-partition',
  offset: 'gomon-original-offset',
  failedAt: 'gomon-failed-at',
} as const;

/** How much larger than its source a dead-letter topic's `max.message.bytes` must be, for the headers. */
export const DEAD_LETTER_EXTRA_BYTES = 64 * 1024;

/** Where messages go that can never be stored. */
export function deadLetterTopic(topic: string): string {
  return `${topic}.dlq`;
}
