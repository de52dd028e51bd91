interface Reading {
  at: number;
  free: number;
}

const HOUR_MS = 3600_000;
const WINDOW_MS = 24 * HOUR_MS;
/** Merges take and give back room for a while: a trend of less time says nothing. */
const SHORTEST_MS = 6 * HOUR_MS;
const READ_EVERY_MS = 5 * 60_000;

/** How fast the disk fills, over a day at most. */
export class DiskTrend {
  #readings: Reading[] = [];

  add(free: number | undefined, now: Date): void {
    const at = now.getTime();
    const last = this.#readings.at(-1);
    if (free === undefined || (last && at - last.at < READ_EVERY_MS)) return;
    this.#readings.push({ at, free });
    this.#readings = this.#readings.filter(
      reading => at - reading.at <= WINDOW_MS,
    );
  }

  /** Days until nothing is left, undefined while too little is known. Infinity where it does not fill. */
  daysLeft(): number | undefined {
    const [first, last] = [this.#readings[0], this.#readings.at(-1)];
    if (!first || !last || last.at - first.at < SHORTEST_MS) return undefined;
    const perMs = (first.free - last.free) / (last.at - first.at);
    return perMs > 0 ? last.free / perMs / (24 * HOUR_MS) : Infinity;
  }
}
