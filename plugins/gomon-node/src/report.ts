import { Check, Figure, Status } from '@gomon/plugin-gomon-common';

/**
 * A check as a probe returns it. What is left out is filled in by the engine: `observedAt` with the time of the look,
 * `links` with none.
 *
 * @public
 */
export type CheckReport = Omit<Check, 'observedAt' | 'links'> &
  Partial<Pick<Check, 'observedAt' | 'links'>>;

/**
 * A figure as a probe returns it. `observedAt` is filled in by the engine where it is left out.
 *
 * @public
 */
export type FigureReport = Omit<Figure, 'observedAt'> &
  Partial<Pick<Figure, 'observedAt'>>;

/**
 * What a probe found out about one component.
 *
 * @public
 */
export interface ComponentReport {
  /** Entity reference of the component. A probe may also report on a neighbour that it sees better than others do. */
  entityRef: string;
  checks?: CheckReport[];
  /** The most telling one first: it is shown on the map. */
  figures?: FigureReport[];
}

/**
 * What a probe found out about the flow from one component to the next.
 *
 * @public
 */
export interface FlowReport {
  from: string;
  to: string;
  /** The most telling one first. */
  figures: FigureReport[];
  /** Whether data moves; undefined where the probe cannot tell. */
  flowing?: boolean;
}

/**
 * One host that reports through the agents.
 *
 * @public
 */
export interface HostReport {
  environment: string;
  /** Entity reference of the agent component through which it reports. */
  entityRef: string;
  /** Label `instance` of its series. */
  instance: string;
  status: Status;
  sentence: string;
  /** ISO 8601: collection time of its newest sample. */
  lastSampleAt?: string;
  /** Interval of its agent, in milliseconds. */
  intervalMs?: number;
  /** Messages that never arrived: gaps in its sequence numbers. */
  missing?: number;
  /** Messages of the last hour that arrived more than once. */
  duplicates?: number;
  figures: FigureReport[];
}

/**
 * What a probe knows of a host that another probe reports.
 *
 * @public
 */
export type HostSupplement = Pick<
  HostReport,
  'environment' | 'instance' | 'duplicates'
>;

/**
 * All that one look of a probe brought to light. A failed look is an exception, never an empty report.
 *
 * @public
 */
export interface ProbeReport {
  components: ComponentReport[];
  flows?: FlowReport[];
  hosts?: HostReport[];
  hostSupplements?: HostSupplement[];
}
