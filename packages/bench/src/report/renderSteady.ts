import type { ReportHead } from '@gomon/faults';
import { Steady } from '../steady/benchSteady';
import { count, ranOn, table } from './markdown';

/** The section of what steady fleets cost. */
export function renderSteady(
  head: ReportHead,
  setting: string,
  results: readonly Steady[],
): string[] {
  return [
    ranOn(head),
    '',
    `Fleets of one size each report every 30 s through 12 partitions of one Kafka broker, and one aggregator (${setting}) stores them. Each is watched for ${Math.round(
      results[0].seconds,
    )} s once all its series are known to the database. Fleet, broker, database and aggregator share the machine. The delay is that from the collection on the host until the database has accepted it, as the bounds of the aggregator's own histogram tell; messages not committed wait for the durability window, 30 s, and do not grow while the aggregator keeps up.`,
    '',
    ...table(
      [
        'hosts',
        'samples a second',
        "aggregator's CPU, millicores",
        "database's CPU, millicores",
        'delay, half within, s',
        'delay, 99 of 100 within, s',
        'messages not committed, first and last',
        'memory at the end, MiB',
        'at most, MiB',
      ],
      results.map(own => [
        count(own.hosts),
        count(own.samplesPerSecond),
        count(own.aggregatorMillicores),
        count(own.databaseMillicores),
        String(own.delayP50Seconds),
        String(own.delayP99Seconds),
        `${count(own.uncommitted[0])}, ${count(own.uncommitted.at(-1)!)}`,
        count(own.residentMib),
        count(own.peakMib),
      ]),
    ),
  ];
}
