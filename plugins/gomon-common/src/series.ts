import { Unit } from './figure';

/**
 * Unix milliseconds and a value, or null where nothing was seen.
 *
 * @public
 */
export type Point = [timestampMs: number, value: number | null];

/**
 * One figure over time.
 *
 * @public
 */
export interface Series {
  /** Stable, such as `cpu`. */
  name: string;
  /** What a person reads. */
  label: string;
  unit: Unit;
  /** What tells it apart from others of the same name: a mountpoint, an interface. */
  labels?: Record<string, string>;
  points: Point[];
}

/**
 * Several figures over the same time.
 *
 * @public
 */
export interface SeriesSet {
  /** ISO 8601. */
  from: string;
  /** ISO 8601. */
  to: string;
  /** Seconds between two points. */
  step: number;
  series: Series[];
}
