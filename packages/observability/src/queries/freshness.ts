import { hosts, type Matchers } from './selectors';

/** A host that has been silent for this long counts as silent: ten of the default intervals. */
export const SILENT_AFTER = '5m';
/** A host that has been silent for longer than this is gone, not silent. */
export const GONE_AFTER = '6h';

/** Hosts that reported within {@link GONE_AFTER} and not within {@link SILENT_AFTER}; the value is 1. */
export function silentHosts(...matchers: Matchers[]): string {
  const seen = (window: string) =>
    `group by (environment, instance) (last_over_time(mem_usage_percent${hosts(
      ...matchers,
    )}[${window}]))`;
  return `${seen(GONE_AFTER)} unless ${seen(SILENT_AFTER)}`;
}

/** Seconds since the newest sample, by host. MetricsQL: one pass over the samples. */
export function secondsSilent(...matchers: Matchers[]): string {
  return `time() - max by (environment, instance) (tlast_over_time(mem_usage_percent${hosts(
    ...matchers,
  )}[${GONE_AFTER}]))`;
}
