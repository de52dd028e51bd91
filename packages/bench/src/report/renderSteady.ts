import type { Results } from '../results/results';
import type { Steady } from '../steady/benchSteady';
import { count, held, ranOn, table } from './markdown';
import { fleetTable } from './renderFleets';

const LIMIT_MILLICORES = 200;
const LARGE_FLEET = 100_000;
const DELAY_S = 5;
// Commits come every two seconds, so the lag goes up and down by so much of what arrives meanwhile.
const FLAT_WITHIN = 1.25;

/** The section of what steady fleets cost. */
export function renderSteady({
  head,
  fleets,
}: NonNullable<Results['steady']>): string[] {
  const large = fleets.find(({ hosts }) => hosts === LARGE_FLEET);
  return [
    ranOn(head),
    '',
    `Fleets of one size each report every 30 s through one Kafka broker, and one aggregator stores them, with its defaults and a heap of 256 MiB. Each is watched for ${Math.round(
      fleets[0].seconds,
    )} s once its readings are stored within seconds. Fleet, broker, database and aggregator share the machine. The delay is that from the collection on the host until the database has accepted it, as the bounds of the aggregator's own histogram tell; messages not committed wait for the durability window, 30 s, and do not grow while the aggregator keeps up.`,
    '',
    ...fleetTable(fleets),
    ...(large ? ['', ...bars(large)] : []),
  ];
}

/** What this project asks of itself. */
function bars({
  aggregatorMillicores,
  delayP99Seconds,
  uncommitted,
}: Steady): string[] {
  const growth = uncommitted.at(-1)! / uncommitted[0];
  return table(
    [`bar, with ${count(LARGE_FLEET)} hosts`, 'seen', ''],
    [
      [
        `CPU within ${LIMIT_MILLICORES}m`,
        `${count(aggregatorMillicores)}m`,
        held(aggregatorMillicores <= LIMIT_MILLICORES),
      ],
      [
        'lag flat',
        `${growth.toFixed(2)} times the first`,
        held(growth <= FLAT_WITHIN),
      ],
      [
        `99 of 100 accepted within ${DELAY_S} s`,
        `${delayP99Seconds} s`,
        held(delayP99Seconds <= DELAY_S),
      ],
    ],
  );
}
