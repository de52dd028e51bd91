import { GateCondition } from '@gomon/plugin-gomon-common';
import { countInWords, plural } from '../../words/count';
import { ratingOf, titleOf, unitOf } from './metrics';

/** One condition as `api/qualitygates/project_status` tells it. */
export interface JudgedCondition {
  status: string;
  metricKey: string;
  /** LT: fails below the limit; GT: fails above it. */
  comparator: string;
  errorThreshold: string;
  actualValue?: string;
}

/** Further metrics that say what it takes to pass a condition. */
export const EFFORT_METRICS = [
  'new_lines',
  'new_duplicated_lines',
  'new_lines_to_cover',
  'new_uncovered_lines',
  'new_conditions_to_cover',
  'new_uncovered_conditions',
];

/** A condition with its figures, its unit and the words for people. */
export function toCondition(
  judged: JudgedCondition,
  measures: ReadonlyMap<string, number>,
): GateCondition {
  const { actualValue, comparator, metricKey: metric } = judged;
  const condition: Omit<GateCondition, 'sentence'> = {
    metric,
    title: titleOf(metric),
    passed: judged.status === 'OK',
    actual: actualValue === undefined ? undefined : Number(actualValue),
    required: Number(judged.errorThreshold),
    comparison: comparator === 'LT' ? 'at-least' : 'at-most',
    unit: unitOf(metric),
  };
  return { ...condition, sentence: sentenceOf(condition, measures) };
}

function sentenceOf(
  condition: Omit<GateCondition, 'sentence'>,
  measures: ReadonlyMap<string, number>,
): string {
  const { actual, passed, required, title } = condition;
  const needs = `needs ${
    condition.comparison === 'at-least' ? 'at least' : 'at most'
  } ${shown(condition, required)}`;
  if (actual === undefined) return `${title}: no figure yet, ${needs}.`;
  const is = `${title} ${shown(condition, actual)}, ${needs}`;
  const effort = passed ? undefined : effortOf(condition, actual, measures);
  return effort ? `${is}: ${effort}.` : `${is}.`;
}

/** What it takes to pass. */
function effortOf(
  { comparison, metric, required }: Omit<GateCondition, 'sentence'>,
  actual: number,
  measures: ReadonlyMap<string, number>,
): string | undefined {
  const sum = (...metrics: string[]) =>
    metrics.reduce((total, own) => total + (measures.get(own) ?? 0), 0);
  if (metric === 'new_coverage') {
    const all = sum('new_lines_to_cover', 'new_conditions_to_cover');
    const missing = sum('new_uncovered_lines', 'new_uncovered_conditions');
    const more = Math.ceil(missing - all * (1 - required / 100) - 1e-9);
    return more > 0
      ? `${plural(
          more,
          'more line or branch',
          'more lines or branches',
        )} to cover`
      : undefined;
  }
  if (metric === 'new_duplicated_lines_density') {
    const allowed = (sum('new_lines') * required) / 100;
    const less = Math.ceil(sum('new_duplicated_lines') - allowed - 1e-9);
    return less > 0 ? `${plural(less, 'duplicated line')} too many` : undefined;
  }
  if (ratingOf(metric, actual)) return undefined;
  if (comparison === 'at-most' && unitOf(metric) === 'count') {
    return `${countInWords(actual - required)} too many`;
  }
  return undefined;
}

function shown(
  { metric, unit }: Pick<GateCondition, 'metric' | 'unit'>,
  value: number,
): string {
  const rating = ratingOf(metric, value);
  if (rating) return rating;
  // One digit, as SonarQube's own pages: 79.96 is shown as 79.9, so that it never looks as if it passed.
  return unit === 'percent'
    ? `${Math.floor(value * 10) / 10} %`
    : countInWords(value);
}
