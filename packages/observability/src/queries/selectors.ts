/** What a query is narrowed to: matchers of labels, without braces. Empty for all. */
export type Matchers = string;

/** Those of a dashboard with the variable environment. */
export const CHOSEN_ENVIRONMENT: Matchers = 'environment=~"$environment"';

/** Selector of the series that the aggregator wrote for hosts. */
export function hosts(...matchers: Matchers[]): string {
  return selector('job="gomon"', ...matchers);
}

/** Selector of what the aggregator says about itself. */
export function aggregator(...matchers: Matchers[]): string {
  return selector('job="gomon-aggregator"', ...matchers);
}

/** Selector of what the agents say about themselves. */
export function agents(...matchers: Matchers[]): string {
  return selector('job="gomon-agent"', ...matchers);
}

/** Selector of what VictoriaMetrics says about itself. */
export function database(...matchers: Matchers[]): string {
  return selector('job="victoria-metrics"', ...matchers);
}

/** Selector of what the portal says: itself, and the logs pipeline, which writes no series. */
export function portal(...matchers: Matchers[]): string {
  return selector('job="gomon-portal"', ...matchers);
}

function selector(...matchers: Matchers[]): string {
  return `{${matchers.filter(Boolean).join(', ')}}`;
}
