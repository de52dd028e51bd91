import { HealthEvent, Status } from '@gomon/plugin-gomon-common';

/**
 * The share of time in each status. Time before a component was first seen counts for nothing.
 *
 * @param before - the last transition before the range
 * @param within - transitions in the range, oldest first
 */
export function sharesOfTime(
  before: HealthEvent | undefined,
  within: readonly HealthEvent[],
  from: Date,
  to: Date,
): Partial<Record<Status, number>> {
  const spent = new Map<Status, number>();
  const spend = (status: Status | undefined, ms: number) => {
    if (status) spent.set(status, (spent.get(status) ?? 0) + ms);
  };
  let status = before?.to ?? within[0]?.from;
  let since = from.getTime();
  for (const { at, to: next } of within) {
    spend(status, Date.parse(at) - since);
    status = next;
    since = Date.parse(at);
  }
  spend(status, to.getTime() - since);
  const total = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
  if (total <= 0) return {};
  return Object.fromEntries([...spent].map(([name, ms]) => [name, ms / total]));
}
