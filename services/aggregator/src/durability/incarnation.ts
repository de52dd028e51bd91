import { DatabaseMetrics } from '../database/databaseMetrics';

/** One life of the database, as far as readings of it can tell. */
export interface Incarnation {
  readonly id: string;
  readonly startTimeSeconds: number;
  readonly cpuSeconds: number;
  /** Lives that began within the same second as the one before. */
  readonly sameSecond: number;
}

/**
 * Tells whether a reading comes from the same life of the database.
 *
 * The start time has whole seconds only, so two lives can share one. CPU time
 * never falls within a life, which tells such twins apart.
 */
export function identify(
  previous: Incarnation | undefined,
  metrics: Pick<DatabaseMetrics, 'startTimeSeconds' | 'cpuSeconds'>,
): Incarnation {
  const { startTimeSeconds, cpuSeconds = 0 } = metrics;
  const sameStart = previous?.startTimeSeconds === startTimeSeconds;
  const rejuvenated = sameStart && cpuSeconds < previous.cpuSeconds;
  const sameSecond = sameStart
    ? previous.sameSecond + (rejuvenated ? 1 : 0)
    : 0;
  return {
    id: `${startTimeSeconds}.${sameSecond}`,
    startTimeSeconds,
    cpuSeconds,
    sameSecond,
  };
}
