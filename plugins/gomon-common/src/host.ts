import { Figure } from './figure';
import { Page } from './page';
import { Status } from './status';

/**
 * One host that reports through the agents.
 *
 * @public
 */
export interface Host {
  /** Label `instance` of its series. */
  instance: string;
  environment: string;
  /** The agent component through which it reports. */
  entityRef?: string;
  status: Status;
  sentence: string;
  /** ISO 8601: collection time of its newest sample. */
  lastSampleAt?: string;
  /** Interval of its agent, in milliseconds. */
  intervalMs?: number;
  /** Messages of the last hour that never arrived. */
  missing?: number;
  /** Messages of the last hour that arrived more than once, where the aggregator counts the host by name. */
  duplicates?: number;
  /** Newest readings: `cpu`, `memory` and `disk` (the fullest), in percent. */
  figures: Figure[];
  /** CPU of the last hour. */
  trend?: HostTrend;
}

/**
 * A figure of a host over the last hour at most, a value a minute.
 *
 * @public
 */
export interface HostTrend {
  /** ISO 8601: the minute of the last value. */
  until: string;
  /** In percent, oldest first; null where nothing was seen. */
  values: (number | null)[];
}

/**
 * One page of hosts.
 *
 * @public
 */
export interface HostPage extends Page<Host> {
  /** Hosts on all pages. */
  totalItems: number;
}
