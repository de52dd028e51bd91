import { HostSupplement } from '@gomon/plugin-gomon-node';
import { CounterRate } from '../CounterRate';
import { Replica } from './AggregatorClient';

const METRIC = 'gomon_aggregator_host_duplicate_messages_total';
const WINDOW_MS = 3600_000;
/** The aggregator counts the first hundred hosts by name, all others under this one. */
const OTHERS = 'others';

/** Which hosts delivered messages more than once within the hour, as far as the aggregator counts them by name. */
export class Repeats {
  /** By replica and host. */
  readonly #counters = new Map<string, Map<string, CounterRate>>();
  #lastLook?: Date;

  add(replicas: readonly Replica[], now: Date): void {
    for (const { url, metrics } of replicas) {
      const isKnown = this.#counters.has(url);
      const hosts = this.#counters.get(url) ?? new Map<string, CounterRate>();
      this.#counters.set(url, hosts);
      for (const { labels, value } of metrics.all(METRIC)) {
        const { host } = labels;
        if (!host || host === OTHERS) continue;
        const counter = hosts.get(host) ?? new CounterRate(WINDOW_MS);
        // A host is listed from its first repeat on: in the look before, it had none.
        if (!hosts.has(host) && isKnown) counter.add(0, this.#lastLook!);
        hosts.set(host, counter);
        counter.add(value, now);
      }
    }
    this.#lastLook = now;
  }

  /** Hosts that repeated something, in the environment of the aggregator. */
  hosts(environment: string): HostSupplement[] {
    const sums = new Map<string, number>();
    for (const hosts of this.#counters.values()) {
      for (const [instance, counter] of hosts) {
        const increase = counter.increase() ?? 0;
        sums.set(instance, (sums.get(instance) ?? 0) + increase);
      }
    }
    return [...sums]
      .filter(([, duplicates]) => duplicates > 0)
      .map(([instance, duplicates]) => ({ environment, instance, duplicates }));
  }
}
