import { accumulates, keyOf, tellsTime, type TimeSeries } from './timeSeries';

/** What was recorded, and for how long; samples lie at or after the beginning and before the end. */
export interface Recording {
  series: TimeSeries[];
  beganAtMs: number;
  lastsMs: number;
}

/**
 * Lays recordings one after another. Gauges are as they were recorded, those that tell a time as long ago as they were;
 * counters go on where they were and are reset where they were reset in a recording.
 *
 * @param pieces - in order; each may be laid many times
 */
export function tile(
  pieces: Iterable<Recording>,
  startMs: number,
): TimeSeries[] {
  const laid = new Map<string, TimeSeries>();
  let atMs = startMs;
  for (const { beganAtMs, lastsMs, series } of pieces) {
    for (const recorded of series) {
      const key = keyOf(recorded.metric);
      const own = laid.get(key) ?? emptyOf(recorded);
      laid.set(key, own);
      append(own, recorded, atMs - beganAtMs);
    }
    atMs += lastsMs;
  }
  return [...laid.values()];
}

function emptyOf({ metric }: TimeSeries): TimeSeries {
  return { metric, values: [], timestamps: [] };
}

function append(to: TimeSeries, from: TimeSeries, byMs: number): void {
  const counts = accumulates(from.metric);
  const laterBy = tellsTime(from.metric) ? byMs / 1000 : 0;
  from.values.forEach((value, i) => {
    const last = to.values.at(-1);
    const goesOn = counts && last !== undefined;
    to.values.push(
      goesOn ? next(last, from.values[i - 1], value) : value + laterBy,
    );
    to.timestamps.push(from.timestamps[i] + byMs);
  });
}

/** A counter after `last`, when it was recorded to go from one value to another; from none at the begin of a piece. */
function next(last: number, before: number | undefined, value: number): number {
  if (before === undefined) return last;
  return value < before ? value : last + (value - before);
}
