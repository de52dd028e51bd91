/**
 * Unit of a figure. Sizes are bytes, times are seconds, shares are percent from 0 to 100.
 *
 * @public
 */
export type Unit =
  | 'count'
  | 'percent'
  | 'bytes'
  | 'bytes/s'
  | 'seconds'
  | 'messages'
  | 'messages/s'
  | 'samples'
  | 'samples/s'
  | 'lines'
  | 'lines/s'
  | 'documents'
  | 'documents/s';

/**
 * One number that was observed, with its name and unit.
 *
 * @public
 */
export interface Figure {
  /** Stable within its owner, such as `lag`. */
  id: string;
  /** What a person reads, such as `lag`. */
  label: string;
  value: number;
  unit: Unit;
  /** ISO 8601. */
  observedAt: string;
}
