import type { Steady } from '../steady/benchSteady';
import { count, table } from './markdown';

/** A line for each fleet that was watched. */
export function fleetTable(fleets: readonly Steady[]): string[] {
  return table(
    [
      ...['hosts', 'disks a host', 'partitions', 'samples a second'],
      "aggregator's CPU, millicores",
      "database's CPU, millicores",
      ...['delay, half within, s', 'delay, 99 of 100 within, s'],
      'messages not committed, first and last',
      ...['memory at the end, MiB', 'at most, MiB'],
    ],
    fleets.map(own => [
      count(own.hosts),
      count(own.disksPerHost),
      count(own.partitions),
      count(own.samplesPerSecond),
      count(own.aggregatorMillicores),
      count(own.databaseMillicores),
      String(own.delayP50Seconds),
      String(own.delayP99Seconds),
      `${count(own.uncommitted[0])}, ${count(own.uncommitted.at(-1)!)}`,
      count(own.residentMib),
      count(own.peakMib),
    ]),
  );
}
