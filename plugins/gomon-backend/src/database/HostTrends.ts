import { HostTrend } from '@gomon/plugin-gomon-common';

/** Values that are kept: an hour of minutes. */
const LENGTH = 60;
const MINUTE_MS = 60_000;

/** What hosts did in the last hour, a value a minute, collected look by look: a list of hosts asks no other system. */
export class HostTrends {
  readonly #trends = new Map<string, HostTrend>();

  /** Takes up what was collected before a restart, or by another replica. */
  restore(key: string, trend: HostTrend): void {
    this.#trends.set(key, trend);
  }

  /**
   * Adds what was seen of a host now. Within a minute the last value counts; minutes in which nobody looked are holes.
   *
   * @param value - undefined where the host has not reported lately
   */
  add(key: string, value: number | undefined, at: Date): HostTrend {
    const minute = Math.floor(at.getTime() / MINUTE_MS);
    const until = new Date(minute * MINUTE_MS).toISOString();
    const seen = value === undefined ? null : Math.round(value * 10) / 10;
    const known = this.#trends.get(key);
    const trend = { until, values: valuesWith(known, minute, seen) };
    this.#trends.set(key, trend);
    return trend;
  }

  /** Drops hosts that nothing was added to for as long as a trend goes back. */
  forget(now: Date): void {
    const limit = now.getTime() - LENGTH * MINUTE_MS;
    for (const [key, { until }] of this.#trends) {
      if (Date.parse(until) < limit) this.#trends.delete(key);
    }
  }
}

function valuesWith(
  known: HostTrend | undefined,
  minute: number,
  seen: number | null,
): (number | null)[] {
  if (!known) return [seen];
  const passed = minute - Date.parse(known.until) / MINUTE_MS;
  // A clock that was set back: nothing that was known fits any more.
  if (passed < 0) return [seen];
  if (passed === 0) {
    const last = known.values[known.values.length - 1] ?? null;
    return [...known.values.slice(0, -1), seen ?? last];
  }
  const holes = Array(Math.min(passed - 1, LENGTH)).fill(null);
  return [...known.values, ...holes, seen].slice(-LENGTH);
}
