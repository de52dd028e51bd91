import type { FleetLoad, Steady } from '../steady/benchSteady';
import { seriesPerHost } from './model';

/** A fleet that cost just what the rules of this file say. */
export function fleetOf(
  hosts: number,
  disksPerHost = 3,
  partitions = 12,
): Steady {
  const load: FleetLoad = { hosts, disksPerHost, partitions };
  const messagesPerSecond = hosts / 30;
  const samplesPerSecond = messagesPerSecond * seriesPerHost(disksPerHost);
  return {
    ...load,
    seconds: 120,
    messagesPerSecond,
    samplesPerSecond,
    readBytesPerSecond: 100 * messagesPerSecond + 20 * samplesPerSecond,
    importBytesPerSecond: 90 * samplesPerSecond,
    kafkaBytesPerMessage: 450,
    aggregatorMillicores:
      5 +
      0.01 * messagesPerSecond +
      0.002 * samplesPerSecond +
      0.1 * partitions,
    databaseMillicores: 10 + 0.004 * samplesPerSecond,
    delayP50Seconds: 0.5,
    delayP99Seconds: 1,
    uncommitted: [4_000, 5_000, 4_500],
    residentMib: 150,
    peakMib: 100 + hosts / 1_000,
    databaseMib: 60 + (hosts * seriesPerHost(disksPerHost)) / 1_000,
  };
}

/** Fleets as `yarn bench` watches them. */
export const FLEETS = [
  ...[fleetOf(10_000), fleetOf(50_000), fleetOf(100_000), fleetOf(1_000)],
  ...[fleetOf(20_000, 12), fleetOf(20_000, 3, 48)],
];
