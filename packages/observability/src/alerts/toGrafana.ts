import { DATA_SOURCE } from '../grafana/panel';
import type { AlertGroup, AlertRule, ValueFormat } from './alertRule';
import { annotationsOf, labelsOf } from './labels';

const VALUES: Record<ValueFormat, string> = {
  number: '{{ humanize $values.A.Value }}',
  hours: '{{ printf "%.1f" $values.A.Value }} hours',
  percent: '{{ printf "%.1f" $values.A.Value }} %',
  seconds: '{{ humanizeDuration $values.A.Value }}',
  share: '{{ humanizePercentage $values.A.Value }}',
};

/** The two steps of a Grafana-managed rule: what is measured, and the comparison. */
const MEASURED = 'A';
const COMPARED = 'B';

/**
 * Writes rules as files that Grafana provisions ("Use configuration files to provision alerting resources" in its
 * documentation).
 */
export function toGrafana(groups: AlertGroup[]) {
  return {
    apiVersion: 1,
    groups: groups.map(({ interval, name, rules }) => ({
      orgId: 1,
      name,
      folder: 'gomon',
      interval,
      rules: rules.map(ruleOf),
    })),
  };
}

function ruleOf(rule: AlertRule) {
  return {
    uid: uidOf(rule),
    title: rule.title,
    condition: COMPARED,
    data: [measured(rule), compared(rule)],
    // Nothing measured is nothing to be alarmed about; a query that fails is told by itself.
    noDataState: 'OK',
    execErrState: 'Error',
    for: rule.for,
    annotations: annotationsOf(rule, VALUES),
    labels: labelsOf(rule),
    isPaused: false,
  };
}

/** `GomonHostSilent` becomes `gomon-host-silent`: at most 40 characters, as Grafana wants. */
export function uidOf({ name }: AlertRule): string {
  return name.replace(/(?<=.)[A-Z]/g, letter => `-${letter}`).toLowerCase();
}

function measured({ expr }: AlertRule) {
  return {
    refId: MEASURED,
    relativeTimeRange: { from: 600, to: 0 },
    datasourceUid: DATA_SOURCE.uid,
    model: {
      refId: MEASURED,
      datasource: DATA_SOURCE,
      editorMode: 'code',
      expr,
      instant: true,
      range: false,
      intervalMs: 1000,
      maxDataPoints: 43200,
    },
  };
}

function compared({ fires }: AlertRule) {
  const evaluator =
    'above' in fires
      ? { type: 'gt', params: [fires.above] }
      : { type: 'lt', params: [fires.below] };
  return {
    refId: COMPARED,
    relativeTimeRange: { from: 600, to: 0 },
    datasourceUid: '__expr__',
    model: {
      refId: COMPARED,
      datasource: { type: '__expr__', uid: '__expr__' },
      type: 'threshold',
      expression: MEASURED,
      conditions: [{ type: 'query', evaluator }],
    },
  };
}
