import type { FleetLoad, Steady } from '../steady/benchSteady';
import { fit } from './leastSquares';

/** What a fleet that reports every 30 s takes of one aggregator and one database. */
export interface Cost {
  readonly aggregatorMillicores: number;
  readonly databaseMillicores: number;
  readonly aggregatorMib: number;
  readonly databaseMib: number;
  /** Messages that the aggregator reads, bytes each second. */
  readonly readBytesPerSecond: number;
  /** Lines that it sends to the database, bytes each second. */
  readonly importBytesPerSecond: number;
}

/** Predicts what a fleet takes. */
export type Model = (load: FleetLoad) => Cost;

const INTERVAL_S = 30;
/** Series of a host beside those of its disks: CPU, memory, two of each of its three interfaces, two of its agent. */
const SERIES_BESIDE_DISKS = 10;
const SERIES_PER_DISK = 2;

/** Series of a host, each of which gets a sample from each message. */
export function seriesPerHost(disksPerHost: number): number {
  return SERIES_BESIDE_DISKS + SERIES_PER_DISK * disksPerHost;
}

interface Figures {
  readonly hosts: number;
  readonly series: number;
  readonly messagesPerSecond: number;
  readonly samplesPerSecond: number;
  readonly partitions: number;
}

function figuresOf({ hosts, disksPerHost, partitions }: FleetLoad): Figures {
  const series = hosts * seriesPerHost(disksPerHost);
  return {
    ...{ hosts, series, partitions },
    messagesPerSecond: hosts / INTERVAL_S,
    samplesPerSecond: series / INTERVAL_S,
  };
}

/** What each figure is taken to grow with, by what causes it. */
const GROWS_WITH: Record<keyof Cost, (figures: Figures) => number[]> = {
  // What it does without any message; each message's decoding; each sample's line; each partition's fetches and commits.
  aggregatorMillicores: f => [
    1,
    f.messagesPerSecond,
    f.samplesPerSecond,
    f.partitions,
  ],
  databaseMillicores: f => [1, f.samplesPerSecond],
  // Sequence numbers are followed for each host.
  aggregatorMib: f => [1, f.hosts],
  databaseMib: f => [1, f.series],
  readBytesPerSecond: f => [f.messagesPerSecond, f.samplesPerSecond],
  importBytesPerSecond: f => [f.messagesPerSecond, f.samplesPerSecond],
};

/** The figure of a fleet that was watched that each prediction stands for. */
const MEASURED: Record<keyof Cost, (fleet: Steady) => number> = {
  aggregatorMillicores: fleet => fleet.aggregatorMillicores,
  databaseMillicores: fleet => fleet.databaseMillicores,
  aggregatorMib: fleet => fleet.peakMib,
  databaseMib: fleet => fleet.databaseMib,
  readBytesPerSecond: fleet => fleet.readBytesPerSecond,
  importBytesPerSecond: fleet => fleet.importBytesPerSecond,
};

/** What can be predicted. */
export const COSTS = Object.keys(MEASURED) as readonly (keyof Cost)[];

/** A model from fleets that were watched: by least squares, so that each has its say. */
export function modelOf(fleets: readonly Steady[]): Model {
  const figures = fleets.map(figuresOf);
  const weights = eachCost(name =>
    fit(figures.map(GROWS_WITH[name]), fleets.map(MEASURED[name])),
  );
  return load =>
    eachCost(name =>
      GROWS_WITH[name](figuresOf(load)).reduce(
        (sum, figure, i) => sum + figure * weights[name][i],
        0,
      ),
    );
}

/** A fleet's own figures, as the model would predict them. */
export function costOf(fleet: Steady): Cost {
  return eachCost(name => MEASURED[name](fleet));
}

function eachCost<T>(make: (name: keyof Cost) => T): Record<keyof Cost, T> {
  return Object.fromEntries(COSTS.map(name => [name, make(name)])) as Record<
    keyof Cost,
    T
  >;
}
