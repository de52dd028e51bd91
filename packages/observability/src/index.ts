/**
 * gomon's Grafana dashboards and alert rules as typed sources, and the files that are written from them.
 *
 * @packageDocumentation
 */
export { alertGroups, alertRules } from './alerts/alertGroups';
export type { AlertGroup, AlertRule } from './alerts/alertRule';
export { alarming, toVmalert } from './alerts/toVmalert';
export { dashboards } from './dashboards/dashboards';
export { generatedFiles } from './files/generatedFiles';
