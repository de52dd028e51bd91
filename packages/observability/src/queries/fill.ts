import { database, hosts, type Matchers } from './selectors';

/** Slower than this (percent points an hour) is noise, not filling: 0.05 an hour is 80 days from empty to full. */
const LEAST_PER_HOUR = 0.05;

/** Hours until a disk is full if it goes on filling as within the window; absent while it does not fill. */
export function hoursUntilDiskFull(
  window: string,
  ...matchers: Matchers[]
): string {
  const used = `disk_used_percent${hosts(...matchers)}`;
  return `(100 - ${used}) / (deriv(${used}[${window}]) * 3600 > ${LEAST_PER_HOUR})`;
}

/** Hours until VictoriaMetrics' disk is full, by how the free space falls; absent while it does not. */
export function hoursUntilDatabaseFull(
  window: string,
  ...matchers: Matchers[]
): string {
  const free = `vm_free_disk_space_bytes${database(...matchers)}`;
  return `${free} / (deriv(${free}[${window}]) * -3600 > 0)`;
}
