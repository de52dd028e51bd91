import { CheckReport, FigureReport } from '@gomon/plugin-gomon-node';
import { durationInWords } from '../../words/age';
import { VectorEntry } from './VictoriaMetricsClient';

/** Collection time of the newest sample of any host, and the longest interval of the agents (seconds). */
export const NEWEST_SAMPLE =
  'label_set(max(tlast_over_time({__name__=~"gomon_agent_sequence|cpu_usage_percent",job="gomon"}[1h])), "figure", "newest") or ' +
  'label_set(min(last_over_time(gomon_agent_interval_ms{job="gomon"}[1h])) / 1000, "figure", "interval")';

const DEFAULT_INTERVAL_S = 30;

/** Whether samples keep coming. */
export function freshnessCheck(
  title: string,
  answer: readonly VectorEntry[],
  now: Date,
): { check: CheckReport; figures: FigureReport[] } {
  const read = (figure: string) =>
    answer.find(({ labels }) => labels.figure === figure)?.value;
  const newest = read('newest');
  const common = { id: 'victoria-metrics.freshness', title: 'Newest sample' };
  if (newest === undefined) {
    return {
      check: {
        ...common,
        status: 'unknown',
        failure: 'starved',
        sentence: `${title} has no sample of the last hour.`,
      },
      figures: [],
    };
  }
  const age = Math.max(0, now.getTime() / 1000 - newest);
  // Twice the limit of a host: it is the hosts that are to be named first.
  const limit = 6 * (read('interval') ?? DEFAULT_INTERVAL_S);
  const stale = age > limit;
  return {
    check: {
      ...common,
      status: stale ? 'degraded' : 'ok',
      ...(stale && { failure: 'starved' as const }),
      sentence: stale
        ? `Nothing new comes in: the newest sample is ${durationInWords(
            age,
          )} old.`
        : `The newest sample is ${durationInWords(age)} old.`,
      value: age,
      unit: 'seconds',
      threshold: limit,
    },
    figures: [
      {
        id: 'newest-sample-age',
        label: 'age of newest sample',
        value: age,
        unit: 'seconds',
      },
    ],
  };
}
