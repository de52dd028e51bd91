/** How bad it is: `critical` wakes somebody, `warning` waits for the morning. */
export type Severity = 'critical' | 'warning';

/** How a value reads in a sentence. */
export type ValueFormat = 'number' | 'hours' | 'percent' | 'seconds' | 'share';

/** A rule before it is written for one system or another. */
export interface AlertRule {
  /** Unique, `Gomon...`; also the name of its runbook. */
  name: string;
  /** In words, for people. */
  title: string;
  /** Name of the catalog entity that it is about: the label `component`, by which entities select their alerts. */
  component: string;
  severity: Severity;
  /** PromQL without the comparison: what is measured. Absent means that there is nothing to be alarmed about. */
  expr: string;
  /** It is alarming while the value is above, or below, this. */
  fires: { above: number } | { below: number };
  /** How long it must be so, such as `5m`; `0s` for at once. */
  for: string;
  /**
   * What was seen, in one sentence. `{value}` is the measured value, `{name}` a label of the series.
   */
  summary: string;
  format: ValueFormat;
  /** What it means for the data, and for whom. */
  meaning: string;
  /** What to do first; the runbook has the rest. */
  action: string;
}

/** Rules that are evaluated together. */
export interface AlertGroup {
  name: string;
  /** How often, such as `1m`. */
  interval: string;
  rules: AlertRule[];
}

/** Catalog reference of who answers for all of them. */
export const OWNER = 'group:default/platform';

/** Where the pages of docs/runbooks can be read. */
export const RUNBOOKS_URL =
  'https://github.com/0xAxPx/gomon/blob/main/docs/runbooks';
