import type { Panel, Threshold } from '@grafana/schema';

/** The data source that k8s/monitoring/grafana/datasources.yaml provisions. */
export const DATA_SOURCE = { type: 'prometheus', uid: 'victoria-metrics' };

/**
 * Units of figures, as Grafana names them: `percent` is 0-100, `percentunit` 0-1, `bytes` and `binBps` count in powers of
 * 1024, `s` and `d` are durations, `short` is a count, `cps` a count a second.
 */
export type PanelUnit =
  | 'percent'
  | 'percentunit'
  | 'bytes'
  | 'binBps'
  | 's'
  | 'd'
  | 'short'
  | 'cps'
  | 'cores';

/** One query of a panel. */
export interface Query {
  /** PromQL. */
  expr: string;
  /** Name of a series: text with `{{label}}`. */
  legend?: string;
}

/** What every panel says. */
export interface PanelSpec {
  title: string;
  /** What it shows, and when to act on it. */
  description: string;
  unit: PanelUnit;
  queries: Query[];
  /** Columns of 24. */
  width: number;
  /** Rows of the grid. */
  height: number;
  /** From which value on which colour; the first step has no value. */
  thresholds?: Threshold[];
  /** What stands there while there is nothing to show. */
  noValue?: string;
  min?: number;
  max?: number;
  decimals?: number;
  /** Addresses behind a value, such as another dashboard for its host. */
  links?: { title: string; url: string }[];
}

/** A panel without its place and number, which its dashboard gives. */
export type UnplacedPanel = Panel & {
  gridPos: { w: number; h: number; x: number; y: number };
};

/** Targets of the Prometheus data source. `instant` asks for one value in place of a range. */
export function targetsOf(
  queries: Query[],
  kind: 'range' | 'instant' | 'table',
): Record<string, unknown>[] {
  return queries.map(({ expr, legend }, index) => ({
    refId: String.fromCharCode(65 + index),
    datasource: DATA_SOURCE,
    editorMode: 'code',
    expr,
    legendFormat: legend ?? '__auto',
    range: kind === 'range',
    instant: kind !== 'range',
    format: kind === 'table' ? 'table' : 'time_series',
  }));
}

/** Green, then a warning, then trouble; for what is good while it is low. */
export function rising(warning: number, trouble: number): Threshold[] {
  return [
    { color: 'green', value: null },
    { color: 'orange', value: warning },
    { color: 'red', value: trouble },
  ];
}

/** Trouble, then a warning, then green; for what is good while it is high. */
export function falling(trouble: number, warning: number): Threshold[] {
  return [
    { color: 'red', value: null },
    { color: 'orange', value: trouble },
    { color: 'green', value: warning },
  ];
}

/** Anything but zero is trouble. */
export const ZERO_IS_GOOD: Threshold[] = [
  { color: 'green', value: null },
  { color: 'red', value: 1e-9 },
];
