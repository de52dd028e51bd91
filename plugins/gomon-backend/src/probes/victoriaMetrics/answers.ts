import { CheckReport } from '@gomon/plugin-gomon-node';
import { HttpAnswer } from '../http/HttpTarget';

/** Whether it is healthy, and how fast it says so. */
export function answersCheck(
  title: string,
  { status, durationMs }: HttpAnswer,
  slowAfterMs: number,
): CheckReport {
  const seconds = durationMs / 1000;
  const common = {
    id: 'victoria-metrics.answers',
    title: 'Answers',
    value: seconds,
    unit: 'seconds' as const,
    threshold: slowAfterMs / 1000,
  };
  if (status !== 200) {
    return {
      ...common,
      status: 'down',
      failure: 'own',
      sentence: `${title} says that it is not healthy: HTTP ${status}.`,
    };
  }
  if (durationMs > slowAfterMs) {
    return {
      ...common,
      status: 'degraded',
      failure: 'own',
      hindersFlow: true,
      sentence: `${title} is slow: it took ${seconds.toFixed(
        1,
      )} s to answer, the limit is ${slowAfterMs / 1000} s.`,
    };
  }
  return {
    ...common,
    status: 'ok',
    sentence: `${title} is healthy; it answered in ${Math.max(
      1,
      Math.round(durationMs),
    )} ms.`,
  };
}
