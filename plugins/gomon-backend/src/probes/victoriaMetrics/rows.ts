import { CheckReport, FigureReport } from '@gomon/plugin-gomon-node';
import { countInWords, plural } from '../../words/count';
import { CounterRate } from '../CounterRate';
import { Metrics } from '../prometheus/parseMetrics';

const RATE_WINDOW_MS = 30_000;
const LOSS_WINDOW_MS = 10 * 60_000;
const CHURN_WINDOW_MS = 3600_000;

/** Rows that came in, and rows that were thrown away although the answer was 2xx. */
export class Rows {
  readonly #inserted = new CounterRate(RATE_WINDOW_MS);
  readonly #invalid = new CounterRate(LOSS_WINDOW_MS);
  readonly #ignored = new CounterRate(LOSS_WINDOW_MS);
  readonly #created = new CounterRate(CHURN_WINDOW_MS);
  #active?: number;

  add(metrics: Metrics, now: Date): void {
    const inserted =
      metrics.sum('vm_rows_inserted_total', { type: 'vmimport' }) ??
      metrics.sum('vm_rows_inserted_total');
    this.#inserted.add(inserted, now);
    this.#invalid.add(metrics.sum('vm_rows_invalid_total'), now);
    this.#ignored.add(metrics.sum('vm_rows_ignored_total'), now);
    this.#created.add(metrics.sum('vm_new_timeseries_created_total'), now);
    this.#active = metrics.sum('vm_cache_entries', {
      type: 'storage/hour_metric_ids',
    });
  }

  perSecond(): number | undefined {
    return this.#inserted.perSecond();
  }

  /** Samples that come in, series that had one within the hour, and series that are new since then (churn). */
  figures(): FigureReport[] {
    const known: [
      FigureReport['id'],
      string,
      number?,
      FigureReport['unit']?,
    ][] = [
      ['rows', 'samples in', this.perSecond(), 'samples/s'],
      ['active-series', 'active series', this.#active],
      ['new-series', 'new series within 1 h', this.#created.increase()],
    ];
    return known.flatMap(([id, label, value, unit = 'count']) =>
      value === undefined ? [] : [{ id, label, value, unit }],
    );
  }

  checks(title: string): CheckReport[] {
    return [
      thrownAway({
        id: 'victoria-metrics.rows-invalid',
        title: 'Invalid rows',
        increase: this.#invalid.increase(),
        what: `that ${title} could not parse`,
        why: 'Something sends lines in a wrong format: its log names the first of them.',
      }),
      thrownAway({
        id: 'victoria-metrics.rows-ignored',
        title: 'Ignored rows',
        increase: this.#ignored.increase(),
        what: `that ${title} ignored, mostly because their time is outside the retention or too far in the future`,
        why: "Compare the senders' clocks with the time of day.",
      }),
    ].flatMap(check => (check ? [check] : []));
  }
}

function thrownAway(question: {
  id: string;
  title: string;
  increase: number | undefined;
  what: string;
  why: string;
}): CheckReport | undefined {
  const { id, title, increase, what, why } = question;
  if (increase === undefined) return undefined;
  const common = {
    id,
    title,
    value: increase,
    unit: 'samples' as const,
    threshold: 0,
  };
  if (increase === 0) {
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
    sentence: `In the last 10 minutes ${plural(
      increase,
      'sample',
    )} came in ${what}.`,
    meaning: `${countInWords(increase)} ${
      increase === 1 ? 'sample is' : 'samples are'
    } lost, although the sender was told that all went well.`,
    action: { text: why },
  };
}
