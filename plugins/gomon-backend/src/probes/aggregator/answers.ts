import { CheckReport } from '@gomon/plugin-gomon-node';
import { plural } from '../../words/count';
import { LookError } from '../LookError';

/** Whether every replica answers. */
export function answersCheck(
  title: string,
  answering: number,
  failures: readonly unknown[],
): CheckReport {
  const all = answering + failures.length;
  const common = {
    id: 'aggregator.answers',
    title: 'Answers',
    value: answering,
    unit: 'count' as const,
    threshold: all,
  };
  if (failures.length === 0) {
    const sentence =
      all === 1 ? `${title} answers.` : `All ${plural(all, 'replica')} answer.`;
    return { ...common, status: 'ok', sentence };
  }
  const { reason } = LookError.from(failures[0]);
  return {
    ...common,
    status: 'degraded',
    failure: 'own',
    sentence: `${failures.length} of ${plural(all, 'replica')} of ${title} ${
      failures.length === 1 ? 'does' : 'do'
    } not answer: ${reason}.`,
  };
}
