import { GomonRange } from '../api/GomonApi';

const HOUR_MS = 3_600_000;

/** Stretches of time that a person can choose, by their name in the address. */
export const rangeLengths = {
  '1h': HOUR_MS,
  '6h': 6 * HOUR_MS,
  '24h': 24 * HOUR_MS,
  '7d': 7 * 24 * HOUR_MS,
  '30d': 30 * 24 * HOUR_MS,
} as const;

export type RangeName = keyof typeof rangeLengths;

export function isRangeName(text: string | null): text is RangeName {
  return text !== null && text in rangeLengths;
}

/** The range of a name that ends at a moment. */
export function rangeUntil(name: RangeName, toMs: number): GomonRange {
  return {
    from: new Date(toMs - rangeLengths[name]).toISOString(),
    to: new Date(toMs).toISOString(),
  };
}
