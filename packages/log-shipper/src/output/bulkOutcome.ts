import type { LogEvent } from '../filter/RubyFilter';

/** What Elasticsearch said of one document of a bulk request. */
export interface BulkItem {
  status: number;
  error?: { type?: string; reason?: string | null };
}

/** A document that will never be taken. */
export interface Refused {
  event: LogEvent;
  status: number;
  reason: string;
}

/** A bulk request, sorted by what is to be done. */
export interface BulkOutcome {
  stored: number;
  /** There already: an earlier answer was lost. */
  duplicates: number;
  /** Worth another try: overload, or the write alias is missing. */
  again: LogEvent[];
  refused: Refused[];
  /** Why some are to be tried again. */
  reason?: string;
}

/** Sorts the answers to a bulk request of `create` operations. Pure. */
export function bulkOutcome(
  events: LogEvent[],
  items: BulkItem[],
): BulkOutcome {
  const outcome: BulkOutcome = {
    stored: 0,
    duplicates: 0,
    again: [],
    refused: [],
  };
  events.forEach((event, index) => {
    const { error, status } = items[index];
    const reason = error?.reason ?? error?.type ?? `status ${status}`;
    if (status < 300) {
      outcome.stored += 1;
    } else if (status === 409) {
      outcome.duplicates += 1;
    } else if (status === 400) {
      outcome.refused.push({ event, status, reason });
    } else {
      outcome.again.push(event);
      outcome.reason = reason;
    }
  });
  return outcome;
}
