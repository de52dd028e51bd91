import { FleetModel } from '../fleet/hostModel';

/** Where a contestant works. */
export interface Place {
  readonly dir: string;
  readonly brokers: string;
  readonly topic: string;
  readonly group: string;
  /** Base URL of the VictoriaMetrics to fill. */
  readonly database: string;
}

/** A contestant's process. */
export interface Running {
  readonly pid: number;
  /** Where it shows figures of its own, in Prometheus' text format. */
  readonly metricsUrl?: string;
  stop(): Promise<void>;
}

/** Something that carries samples from Kafka to VictoriaMetrics. */
export interface Contestant {
  readonly title: string;
  /** Version, and what was set other than its defaults. */
  readonly setting: string;
  /** The message of a host, in the form that this contestant reads best. */
  valueOf(model: FleetModel, host: number, sequence: number): Buffer;
  /** Builds what it needs; nothing where that was done before. */
  prepare(): Promise<void>;
  start(place: Place): Promise<Running>;
}
