import type { FleetLoad } from '../steady/benchSteady';
import type { Cost, Model } from './model';

/** What one aggregator may take (k8s/monitoring). */
export const LIMIT = { millicores: 200, mib: 512 };
/** How much of it a plan uses: the rest is for what was not foreseen, and for catching up. */
export const USED = 0.8;
const PARTITIONS = 12;
const MOST_HOSTS = 10_000_000;
const HOSTS_STEP = 100;

/** How many aggregators a fleet needs, each within the limits, and what they take. */
export interface Plan {
  readonly aggregators: number;
  /** Of the topic: at least 12, and one for each aggregator. */
  readonly partitions: number;
  /** Of all together. */
  readonly millicores: number;
  /** Of each. */
  readonly mib: number;
  /** One aggregator and one database for all of it. */
  readonly whole: Cost;
}

/**
 * Plans for a fleet.
 * @throws Error when even one host is too much for an aggregator
 */
export function planFor(
  model: Model,
  { hosts, disksPerHost }: Pick<FleetLoad, 'hosts' | 'disksPerHost'>,
): Plan {
  for (let aggregators = 1; aggregators <= hosts; aggregators++) {
    const partitions = Math.max(PARTITIONS, aggregators);
    const each = model({
      hosts: hosts / aggregators,
      disksPerHost,
      partitions: partitions / aggregators,
    });
    if (fits(each, USED)) {
      return {
        aggregators,
        partitions,
        millicores: aggregators * each.aggregatorMillicores,
        mib: each.aggregatorMib,
        whole: model({ hosts, disksPerHost, partitions }),
      };
    }
  }
  throw new Error('One host alone is beyond the limits of an aggregator.');
}

/** The most hosts whose samples one aggregator carries within its limits, to the hundred. */
export function hostsWithin(model: Model, disksPerHost: number): number {
  let [low, high] = [0, MOST_HOSTS / HOSTS_STEP];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const hosts = middle * HOSTS_STEP;
    const cost = model({ hosts, disksPerHost, partitions: PARTITIONS });
    if (fits(cost, 1)) low = middle;
    else high = middle;
  }
  return low * HOSTS_STEP;
}

function fits({ aggregatorMillicores, aggregatorMib }: Cost, share: number) {
  return (
    aggregatorMillicores <= share * LIMIT.millicores &&
    aggregatorMib <= share * LIMIT.mib
  );
}
