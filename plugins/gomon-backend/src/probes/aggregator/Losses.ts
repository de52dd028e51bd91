import { CheckReport, FigureReport } from '@gomon/plugin-gomon-node';
import { plural } from '../../words/count';
import { CounterRate } from '../CounterRate';
import { Replica } from './AggregatorClient';

const WINDOW_MS = 10 * 60_000;

interface Loss {
  id: string;
  title: string;
  metric: string;
  /** Whose fault it is: what agents send wrongly, the aggregator only finds. */
  fault: 'agent' | 'aggregator';
  sentence: (count: number) => string;
  meaning: string;
  action: string;
}

/** Counters of what must not happen, and what it means when it does. */
const losses: readonly Loss[] = [
  {
    id: 'aggregator.dead-letters',
    title: 'Dead letters',
    metric: 'gomon_aggregator_dead_letters_total',
    fault: 'aggregator',
    sentence: count =>
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
    title: 'Impossible readings',
    metric: 'gomon_aggregator_samples_rejected_total',
    fault: 'agent',
    sentence: count =>
      `${plural(
        count,
        'sample',
      )} of the last 10 minutes could be no reading and are not stored.`,
    meaning:
      'Values that are no number, negative, or of an impossible time are left out; the rest of their message is stored.',
    action:
      'Compare clock and version of the agents: the label `reason` of gomon_aggregator_samples_rejected_total says what is wrong.',
  },
  {
    id: 'aggregator.nameless',
    title: 'Nameless agents',
    metric: 'gomon_aggregator_nameless_messages_total',
    fault: 'agent',
    sentence: count =>
      `${plural(
        count,
        'message',
      )} of the last 10 minutes do not say which host they are from.`,
    meaning:
      'Hosts without a name share one set of series and overwrite each other.',
    action: 'Set NODE_NAME where those agents run.',
  },
];

/** Counted like a loss, and none: a message that comes twice is stored once. */
const duplicates = {
  id: 'duplicates',
  metric: 'gomon_aggregator_duplicate_messages_total',
};

/** What the replicas of an aggregator found wrong in the last ten minutes. */
export class Losses {
  readonly #counters = new Map<string, CounterRate>();

  add(replicas: readonly Replica[], now: Date): void {
    for (const { url, metrics } of replicas) {
      for (const { id, metric } of [...losses, duplicates]) {
        const key = `${id} ${url}`;
        const counter = this.#counters.get(key) ?? new CounterRate(WINDOW_MS);
        this.#counters.set(key, counter);
        counter.add(metrics.sum(metric), now);
      }
    }
  }

  /** One check for each kind of loss; none before the second look. */
  checks(fault: Loss['fault']): CheckReport[] {
    return losses
      .filter(loss => loss.fault === fault)
      .flatMap(loss => {
        const count = this.#increase(loss.id);
        return count === undefined ? [] : [toCheck(loss, count)];
      });
  }

  /** What agents delivered more than once, as producers do that do not hear an acknowledgement. */
  figures(): FigureReport[] {
    const value = this.#increase(duplicates.id);
    return value === undefined
      ? []
      : [
          {
            id: duplicates.id,
            label: 'delivered twice in 10 min',
            value,
            unit: 'messages',
          },
        ];
  }

  #increase(id: string): number | undefined {
    const increases = [...this.#counters]
      .filter(([key]) => key.startsWith(`${id} `))
      .map(([, counter]) => counter.increase())
      .filter(increase => increase !== undefined);
    return increases.length > 0
      ? increases.reduce((sum, increase) => sum + increase, 0)
      : undefined;
  }
}

function toCheck(loss: Loss, count: number): CheckReport {
  const { id, title, sentence, meaning, action } = loss;
  const common = {
    id,
    title,
    value: count,
    unit: 'count' as const,
    threshold: 0,
  };
  if (count === 0) {
    return {
      ...common,
      status: 'ok',
      sentence: 'None in the last 10 minutes.',
    };
  }
  return {
    ...common,
    status: 'degraded',
    failure: 'own',
    sentence: sentence(count),
    meaning,
    action: { text: action },
  };
}
