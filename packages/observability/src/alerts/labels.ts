import {
  OWNER,
  RUNBOOKS_URL,
  type AlertRule,
  type ValueFormat,
} from './alertRule';

/** The labels by which alerts are routed and selected. */
export function labelsOf({ component, severity }: AlertRule) {
  return { system: 'gomon', component, severity, owner: OWNER };
}

/**
 * What an alert says, with templates of the system that evaluates it in place of `{value}` and `{label}`.
 *
 * @param values - how that system writes the measured value
 */
export function annotationsOf(
  rule: AlertRule,
  values: Record<ValueFormat, string>,
): Record<string, string> {
  const summary = rule.summary.replace(/\{(\w+)\}/g, (_, name) =>
    name === 'value' ? values[rule.format] : `{{ $labels.${name} }}`,
  );
  return {
    summary,
    description: `${rule.meaning} ${rule.action}`,
    runbook_url: `${RUNBOOKS_URL}/${rule.name}.md`,
  };
}
