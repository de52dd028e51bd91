import type { SonarqubeClient } from '../server/SonarqubeClient';

/** Figures of all code: what a gate on new code alone does not tell. */
const METRICS = [
  'ncloc',
  'coverage',
  'duplicated_lines_density',
  'bugs',
  'vulnerabilities',
  'security_hotspots',
  'code_smells',
  'reliability_rating',
  'security_rating',
  'security_review_rating',
  'sqale_rating',
];

/** Reads them, by metric. What has no figure is left out. */
export async function measuresOf(
  client: SonarqubeClient,
  component: string,
): Promise<Record<string, string>> {
  const answer = await client.get<{
    component: { measures: { metric: string; value?: string }[] };
  }>('measures/component', { component, metricKeys: METRICS.join(',') });
  return Object.fromEntries(
    answer.component.measures.flatMap(({ metric, value }) =>
      value === undefined ? [] : [[metric, value]],
    ),
  );
}

/** All of them on one line. */
export function describeMeasures(measures: Record<string, string>): string {
  const shown = METRICS.filter(metric => metric in measures).map(metric =>
    metric.endsWith('_rating')
      ? `${metric} ${'ABCDE'[Number(measures[metric]) - 1]}`
      : `${metric} ${measures[metric]}`,
  );
  return `All code: ${shown.join(', ')}`;
}
