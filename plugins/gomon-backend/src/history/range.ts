import { InputError } from '@backstage/errors';

/** A stretch of time, and the distance of points in it. */
export interface Range {
  from: Date;
  to: Date;
  stepSeconds: number;
}

const DEFAULT_MS = 3600_000;
const MAX_MS = 366 * 86_400_000;
/** Points of one series in one answer. */
export const MAX_POINTS = 500;
const DEFAULT_POINTS = 120;

/** Reads a range from the parameters `from`, `to` and `step`. @throws InputError that names the parameter. */
export function rangeOf(
  query: { from?: string; to?: string; step?: string },
  now: Date,
): Range {
  const to = momentOf('to', query.to) ?? now;
  const from =
    momentOf('from', query.from) ?? new Date(to.getTime() - DEFAULT_MS);
  const length = to.getTime() - from.getTime();
  if (length <= 0) {
    throw new InputError('Parameter from: expected a moment before `to`');
  }
  if (length > MAX_MS) {
    throw new InputError('Parameter from: expected at most a year before `to`');
  }
  const seconds = length / 1000;
  const wanted = step(query.step) ?? Math.ceil(seconds / DEFAULT_POINTS);
  const shortest = Math.ceil(seconds / (MAX_POINTS - 1));
  return { from, to, stepSeconds: Math.max(1, wanted, shortest) };
}

/** A moment that a parameter names. @throws InputError that names the parameter. */
export function momentOf(
  name: string,
  text: string | undefined,
): Date | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT/.test(text) || Number.isNaN(date.getTime())) {
    throw new InputError(
      `Parameter ${name}: expected a moment such as 2025-01-31T12:00:00Z`,
    );
  }
  return date;
}

function step(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds < 1) {
    throw new InputError('Parameter step: expected a whole number of seconds');
  }
  return seconds;
}
