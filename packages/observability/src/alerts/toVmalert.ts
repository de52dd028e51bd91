import type { AlertGroup, AlertRule, ValueFormat } from './alertRule';
import { annotationsOf, labelsOf } from './labels';

/** A rule file of vmalert, which is one of Prometheus, too. */
export interface VmalertFile {
  groups: Array<{
    name: string;
    interval: string;
    rules: VmalertRule[];
  }>;
}

interface VmalertRule {
  alert: string;
  expr: string;
  for: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

const VALUES: Record<ValueFormat, string> = {
  number: '{{ $value | humanize }}',
  hours: '{{ $value | printf "%.1f" }} hours',
  percent: '{{ $value | printf "%.1f" }} %',
  seconds: '{{ $value | humanizeDuration }}',
  share: '{{ $value | humanizePercentage }}',
};

/** Writes rules for vmalert and Prometheus. */
export function toVmalert(groups: AlertGroup[]): VmalertFile {
  return {
    groups: groups.map(({ interval, name, rules }) => ({
      name,
      interval,
      rules: rules.map(rule => ({
        alert: rule.name,
        expr: alarming(rule),
        for: rule.for,
        labels: labelsOf(rule),
        annotations: annotationsOf(rule, VALUES),
      })),
    })),
  };
}

/** The whole condition in PromQL. */
export function alarming({ expr, fires }: AlertRule): string {
  return 'above' in fires
    ? `(${expr}) > ${fires.above}`
    : `(${expr}) < ${fires.below}`;
}
