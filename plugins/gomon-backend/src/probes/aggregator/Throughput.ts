import { FigureReport } from '@gomon/plugin-gomon-node';
import { CounterRate } from '../CounterRate';
import { Replica } from './AggregatorClient';

const WINDOW_MS = 30_000;

/** What goes through the replicas of an aggregator. */
export class Throughput {
  readonly #samples = new Map<string, CounterRate>();
  readonly #messages = new Map<string, CounterRate>();

  add(replicas: readonly Replica[], now: Date): void {
    for (const { url, metrics } of replicas) {
      rateOf(this.#samples, url).add(
        metrics.sum('gomon_aggregator_samples_accepted_total'),
        now,
      );
      rateOf(this.#messages, url).add(
        metrics.sum('gomon_aggregator_messages_total'),
        now,
      );
    }
  }

  /** Samples a second that VictoriaMetrics took from all replicas. */
  samplesPerSecond(): number | undefined {
    return total(this.#samples);
  }

  figures(): FigureReport[] {
    const samples = total(this.#samples);
    const messages = total(this.#messages);
    const figures: FigureReport[] = [];
    if (samples !== undefined) {
      figures.push({
        id: 'samples',
        label: 'samples accepted',
        value: samples,
        unit: 'samples/s',
      });
    }
    if (messages !== undefined) {
      figures.push({
        id: 'messages',
        label: 'messages read',
        value: messages,
        unit: 'messages/s',
      });
    }
    return figures;
  }
}

function rateOf(rates: Map<string, CounterRate>, url: string): CounterRate {
  const rate = rates.get(url) ?? new CounterRate(WINDOW_MS);
  rates.set(url, rate);
  return rate;
}

function total(rates: Map<string, CounterRate>): number | undefined {
  const known = [...rates.values()]
    .map(rate => rate.perSecond())
    .filter(value => value !== undefined);
  return known.length > 0
    ? known.reduce((sum, value) => sum + value, 0)
    : undefined;
}
