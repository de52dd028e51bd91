import { aggregator, portal, type Matchers } from './selectors';

const NEWEST = 'gomon_logs_newest_document_timestamp_seconds';

/** Seconds since the newest log document was read from its file, by the Elasticsearch that keeps it. */
export function newestLogAge(...matchers: Matchers[]): string {
  return `time() - max by (environment, entity) (${NEWEST}${portal(
    ...matchers,
  )})`;
}

/** Log lines that were read and that nobody has acknowledged yet, by who read them. */
export function logLinesWaiting(...matchers: Matchers[]): string {
  return `sum by (environment, entity) (gomon_logs_waiting_lines${portal(
    ...matchers,
  )})`;
}

/**
 * The age of the newest document while the aggregator writes lines and a portal looks: where nothing is written nothing can arrive, and what nobody
 * looked at is not late. A portal that starts while Elasticsearch is away knows no document; the database remembers.
 */
export function secondsWithoutLogs(): string {
  const newest = `max by (environment, entity) (max_over_time(${NEWEST}${portal()}[6h]))`;
  const written = `sum(rate(gomon_aggregator_log_lines_total${aggregator()}[5m])) > 0`;
  return `(time() - ${newest}) and on () (${written}) and on () (sum(up${portal()}) > 0)`;
}
