import {
  decodeMetric,
  DecodeError,
  DEFAULT_MAX_FUTURE_MS,
  HEADERS,
  ImportBatch,
  Metric,
  Origin,
  originOf,
  sampleTime,
  SeriesBudget,
} from '@gomon/wire';
import { ConsumedMessage } from '../batch/consumedMessage';

/** A message that can be stored. */
export interface ReadMessage {
  readonly message: ConsumedMessage;
  readonly metric: Metric;
  readonly hostHeader: string | undefined;
  readonly origin: Origin;
  /** When the figures were collected, in Unix milliseconds. */
  readonly collectedAtMs: number;
  /** When it was taken from the queue, in Unix milliseconds. */
  readonly readAtMs: number;
}

/** A message that can never be stored, and why. */
export interface PoisonMessage {
  readonly message: ConsumedMessage;
  /** Stable word, for labels and headers. */
  readonly reason: string;
  /** A sentence for a person. */
  readonly detail: string;
}

/** What times of messages are held against. */
export interface ReadContext {
  readonly nowMs: number;
  /** How long the database keeps samples, if it says so. */
  readonly retentionMs: number | undefined;
}

// A sample that is about to fall out of the retention may do so on its way.
const RETENTION_MARGIN_MS = 60_000;

const TIME_DETAILS: Record<string, string> = {
  timestamp_invalid: 'The time of the collection cannot be read.',
  timestamp_in_seconds:
    'The time of the collection is in seconds where milliseconds belong.',
  timestamp_in_future:
    'The time of the collection lies too far ahead: the clock of that host is wrong.',
  timestamp_too_old:
    'The time of the collection lies before what the database keeps.',
};

/** Reads one message, or says why it can never be stored. */
export function readMessage(
  message: ConsumedMessage,
  context: ReadContext,
): ReadMessage | PoisonMessage {
  let metric: Metric;
  try {
    metric = decodeMetric(message.value ?? Buffer.alloc(0));
  } catch (error) {
    if (error instanceof DecodeError) {
      return { message, reason: error.reason, detail: error.message };
    }
    throw error;
  }
  const time = sampleTime(metric, clockOf(context));
  if (typeof time !== 'number') {
    return { message, reason: time, detail: TIME_DETAILS[time] };
  }
  const hostHeader = headerText(message, HEADERS.host);
  return {
    message,
    metric,
    hostHeader,
    origin: originOf(metric, hostHeader),
    collectedAtMs: time,
    readAtMs: context.nowMs,
  };
}

/** The import lines of messages that were read, and what of them is not stored. */
export function toImport(
  messages: readonly ReadMessage[],
  environment: string | undefined,
  { budget, into }: { budget?: SeriesBudget; into?: Buffer } = {},
): {
  lines: Buffer;
  samples: number;
  rejected: { reason: string; name: string }[];
} {
  const batch = new ImportBatch({ environment });
  const rejected: { reason: string; name: string }[] = [];
  for (const { metric, origin } of messages) {
    const added = batch.add(metric, { origin, budget });
    if (added.rejected.length > 0) rejected.push(...added.rejected);
  }
  return { lines: batch.render(into), samples: batch.sampleCount, rejected };
}

function clockOf({ nowMs, retentionMs }: ReadContext) {
  return {
    nowMs,
    maxFutureMs: DEFAULT_MAX_FUTURE_MS,
    retentionMs:
      retentionMs === undefined
        ? undefined
        : Math.max(0, retentionMs - RETENTION_MARGIN_MS),
  };
}

/** The first value of a record's header as text. */
export function headerText(
  { headers }: ConsumedMessage,
  name: string,
): string | undefined {
  const value = headers[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first?.toString();
}
