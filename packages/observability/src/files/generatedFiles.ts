import { stringify } from 'yaml';
import { alertGroups, alertRules } from '../alerts/alertGroups';
import { contactPoints, notificationPolicies } from '../alerts/notifications';
import { toGrafana } from '../alerts/toGrafana';
import { toVmalert } from '../alerts/toVmalert';
import { runbook, runbookIndex } from '../runbooks/runbook';
import { steps } from '../runbooks/steps';
import { dashboards } from '../dashboards/dashboards';

const HEADER =
  '# Written by `yarn workspace @gomon/observability generate` from packages/observability. Change it there.\n';
const TEMPLATE = `${HEADER}# A template: nothing mounts it. Copy it, set the variables it names, and add it to the ConfigMap grafana-alerting.\n`;

/** Every file that is written from the typed sources, by its path from the root of the repository. */
export function generatedFiles(): Map<string, string> {
  const grafana = 'k8s/monitoring/grafana';
  return new Map([
    ...Object.entries(dashboards).map(([name, dashboard]): [string, string] => [
      `${grafana}/dashboards/${name}.json`,
      `${JSON.stringify(dashboard, null, 2)}\n`,
    ]),
    [`${grafana}/alerting/rules.yaml`, HEADER + yaml(toGrafana(alertGroups))],
    [
      `${grafana}/alerting/templates/contact-points.yaml`,
      TEMPLATE + yaml(contactPoints),
    ],
    [
      `${grafana}/alerting/templates/policies.yaml`,
      TEMPLATE + yaml(notificationPolicies),
    ],
    [
      'k8s/monitoring/vmalert/rules.yaml',
      HEADER + yaml(toVmalert(alertGroups)),
    ],
    ['docs/runbooks/index.md', runbookIndex(alertRules)],
    ...alertRules.map((rule): [string, string] => [
      `docs/runbooks/${rule.name}.md`,
      runbook(rule, steps[rule.name]),
    ]),
  ]);
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}
