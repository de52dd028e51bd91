/** A condition of a quality gate: the gate is red while the metric is on the wrong side of the limit. */
export interface Condition {
  /** Key of the metric, as SonarQube's "Metric definitions" lists it. */
  metric: string;
  /** Red when the metric is less than (LT) or greater than (GT) the limit. */
  op: 'LT' | 'GT';
  /** The limit, as the server keeps it: a number in text. */
  error: string;
}

/** How the server is to be set up for gomon. */
export interface Desired {
  /**
   * Standard Experience: bugs, vulnerabilities and code smells. In the other mode (multi-quality rules, the default of new
   * servers) a gate on `new_bugs` counts what the pages of the server no longer show.
   */
  mode: 'STANDARD_EXPERIENCE';
  gate: { name: string; conditions: readonly Condition[] };
  project: { key: string; name: string };
}

/** The gate of the specification: these conditions and no others. */
export const conditions: readonly Condition[] = [
  { metric: 'new_bugs', op: 'GT', error: '0' },
  { metric: 'new_vulnerabilities', op: 'GT', error: '0' },
  { metric: 'new_coverage', op: 'LT', error: '80' },
  { metric: 'new_duplicated_lines_density', op: 'GT', error: '3' },
];

/** Everything that `yarn quality` makes true on the server. */
export function desiredState(project: { key: string; name: string }): Desired {
  return {
    mode: 'STANDARD_EXPERIENCE',
    gate: { name: 'gomon-quality-gate', conditions },
    project,
  };
}
