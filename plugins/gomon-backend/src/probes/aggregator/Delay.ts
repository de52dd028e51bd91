import { FigureReport } from '@gomon/plugin-gomon-node';
import { CounterRate } from '../CounterRate';
import { Replica } from './AggregatorClient';

const WINDOW_MS = 60_000;
const BUCKETS = 'gomon_aggregator_delay_seconds_bucket';

/** How long samples take from the host to the database, over the last minute and all replicas. */
export class Delay {
  /** By replica and upper bound. */
  readonly #buckets = new Map<string, { le: number; count: CounterRate }>();

  add(replicas: readonly Replica[], now: Date): void {
    for (const { url, metrics } of replicas) {
      for (const { labels, value } of metrics.all(BUCKETS)) {
        const key = `${labels.le} ${url}`;
        const bucket = this.#buckets.get(key) ?? {
          le: labels.le === '+Inf' ? Infinity : Number(labels.le),
          count: new CounterRate(WINDOW_MS),
        };
        this.#buckets.set(key, bucket);
        bucket.count.add(value, now);
      }
    }
  }

  /** None while nothing arrives. */
  figures(): FigureReport[] {
    const shares: [id: string, label: string, share: number][] = [
      ['delay-p50', 'delay, median', 0.5],
      ['delay-p99', 'delay, 99th percentile', 0.99],
    ];
    return shares.flatMap(([id, label, share]) => {
      const value = this.quantile(share);
      return value === undefined ? [] : [{ id, label, value, unit: 'seconds' }];
    });
  }

  /** Seconds that a share of the samples stayed below, interpolated in its bucket as Prometheus does. */
  quantile(share: number): number | undefined {
    const counts = this.#counts();
    const total = counts.at(-1)?.[1] ?? 0;
    if (total <= 0) return undefined;
    const wanted = share * total;
    const index = counts.findIndex(([, count]) => count >= wanted);
    const [le, count] = counts[index];
    const [lower, below] = index > 0 ? counts[index - 1] : [0, 0];
    if (le === Infinity) return lower;
    return lower + ((le - lower) * (wanted - below)) / (count - below);
  }

  /** What came in below each bound, lowest first. */
  #counts(): [le: number, count: number][] {
    const sums = new Map<number, number>();
    for (const { le, count } of this.#buckets.values()) {
      sums.set(le, (sums.get(le) ?? 0) + (count.increase() ?? 0));
    }
    return [...sums].sort(([a], [b]) => a - b);
  }
}
