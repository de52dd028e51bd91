import { CheckReport, FigureReport } from '@gomon/plugin-gomon-node';
import { plural } from '../../words/count';
import { CounterRate } from '../CounterRate';
import { Replica } from './AggregatorClient';

const RATE_WINDOW_MS = 30_000;
const LOSS_WINDOW_MS = 10 * 60_000;

/** Counters of what must not happen, and what it means when it does. */
const losses = [
  {
    id: 'aggregator.dead-letters',
    title: 'Dead letters',
    metric: 'gomon_aggregator_dead_letters_total',
    sentence: (count: number) =>
      `${plural(
        count,
        'message',
      )} could not be read in the last 10 minutes and went to the dead-letter topic.`,
    meaning:
      'They are kept byte for byte in the dead-letter topic, with the reason in their headers.',
    action:
      'Look which producer they come from: the header of each says why it was refused.',
  },
  {
    id: 'aggregator.rejected',
    title: 'Rejected samples',
    metric: 'gomon_aggregator_samples_rejected_total',
    sentence: (count: number) =>
      `${plural(
        count,
        'sample',
      )} were no possible reading in the last 10 minutes and are not stored.`,
    meaning:
      'Values that are no number, negative, or of an impossible time are left out; the rest of their message is stored.',
    action:
      'Compare clock and version of the agents: the label `reason` of the metric says what is wrong.',
  },
  {
    id: 'aggregator.nameless',
    title: 'Nameless agents',
    metric: 'gomon_aggregator_nameless_messages_total',
    sentence: (count: number) =>
      `${plural(
        count,
        'message',
      )} of the last 10 minutes do not say which host they are from.`,
    meaning:
      'Hosts without a name share one set of series and overwrite each other.',
    action: 'Set NODE_NAME where those agents run.',
  },
] as const;

/** What goes through the replicas of an aggregator, and what falls out. */
export class Throughput {
  readonly #samples = new Map<string, CounterRate>();
  readonly #messages = new Map<string, CounterRate>();
  readonly #losses = new Map<string, CounterRate>();

  add(replicas: readonly Replica[], now: Date): void {
    for (const { url, metrics } of replicas) {
      const count = (
        rates: Map<string, CounterRate>,
        key: string,
        name: string,
        window: number,
      ) => {
        const rate = rates.get(key) ?? new CounterRate(window);
        rates.set(key, rate);
        rate.add(metrics.sum(name), now);
      };
      count(
        this.#samples,
        url,
        'gomon_aggregator_samples_accepted_total',
        RATE_WINDOW_MS,
      );
      count(
        this.#messages,
        url,
        'gomon_aggregator_messages_total',
        RATE_WINDOW_MS,
      );
      for (const { id, metric } of losses) {
        count(this.#losses, `${id} ${url}`, metric, LOSS_WINDOW_MS);
      }
    }
  }

  /** Samples a second that VictoriaMetrics took from all replicas. */
  samplesPerSecond(): number | undefined {
    return total([...this.#samples.values()].map(rate => rate.perSecond()));
  }

  figures(): FigureReport[] {
    const samples = this.samplesPerSecond();
    const messages = total(
      [...this.#messages.values()].map(rate => rate.perSecond()),
    );
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

  checks(): CheckReport[] {
    return losses.flatMap(
      ({ id, title, sentence, meaning, action }): CheckReport[] => {
        const count = total(
          [...this.#losses]
            .filter(([key]) => key.startsWith(`${id} `))
            .map(([, rate]) => rate.increase()),
        );
        if (count === undefined) return [];
        const common = {
          id,
          title,
          value: count,
          unit: 'count' as const,
          threshold: 0,
        };
        if (count === 0) {
          return [
            {
              ...common,
              status: 'ok',
              sentence: 'None in the last 10 minutes.',
            },
          ];
        }
        return [
          {
            ...common,
            status: 'degraded',
            failure: 'own',
            sentence: sentence(count),
            meaning,
            action: { text: action },
          },
        ];
      },
    );
  }
}

function total(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter(value => value !== undefined);
  return known.length > 0
    ? known.reduce((sum, value) => sum + value, 0)
    : undefined;
}
