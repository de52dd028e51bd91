import { aggregator, type Matchers } from './selectors';

/** Seconds from collection to storage that a share of the messages stays below. */
export function delay(
  quantile: number,
  window: string,
  ...matchers: Matchers[]
): string {
  return `histogram_quantile(${quantile}, sum by (environment, le) (rate(gomon_aggregator_delay_seconds_bucket${aggregator(
    ...matchers,
  )}[${window}])))`;
}

/** How long the aggregator needs for what waits in Kafka at its present pace; infinite while it stands still before a lag. */
export function secondsBehind(window: string, ...matchers: Matchers[]): string {
  const at = aggregator(...matchers);
  return `sum by (environment) (gomon_aggregator_lag_messages${at}) / sum by (environment) (rate(gomon_aggregator_messages_total${at}[${window}]))`;
}

/** How much of what the aggregator could do at most it does: its event loop is one thread. */
export function utilization(window: string, ...matchers: Matchers[]): string {
  return `avg by (environment) (avg_over_time(nodejs_eventloop_utilization_ratio${aggregator(
    ...matchers,
  )}[${window}]))`;
}
