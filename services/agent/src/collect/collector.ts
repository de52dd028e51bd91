import type { Metric } from '@gomon/wire';

/** The parts of a message that collectors fill. */
export type Readings = Partial<
  Pick<
    Metric,
    | 'cpuUsagePercent'
    | 'memoryUsedPercent'
    | 'memoryTotalBytes'
    | 'memoryAvailableBytes'
    | 'memoryUsedBytes'
    | 'diskStats'
    | 'netStats'
  >
>;

/** What a collector reads. */
export type CollectorName = 'cpu' | 'memory' | 'disks' | 'network';

/**
 * Reads one thing. What it cannot read it leaves out; when it can read nothing it throws, and the other collectors'
 * figures are sent without it.
 */
export interface Collector {
  readonly name: CollectorName;
  collect(): Promise<Readings>;
}
