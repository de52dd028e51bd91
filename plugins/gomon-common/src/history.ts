import { HealthEvent } from './event';
import { Status } from './status';

/**
 * How a component did over a time.
 *
 * @public
 */
export interface EntityHistory {
  entityRef: string;
  /** ISO 8601. */
  from: string;
  /** ISO 8601. */
  to: string;
  /** Oldest first. The first one may lack `from`: the component was seen for the first time. */
  transitions: HealthEvent[];
  /** Share of the observed time in each status, from 0 to 1; empty where nothing was observed. */
  shares: Partial<Record<Status, number>>;
}
