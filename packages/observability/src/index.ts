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
export { faultyWeek, placedFaults } from './prove/week/faults';
export type { Fault, PlacedFault } from './prove/week/faults';
export { filledPanels, shownBy } from './prove/week/filledPanels';
export type { FilledPanel } from './prove/week/filledPanels';
export { ORDINARY_HOSTS } from './prove/week/hosts';
export { ordinaryWeek, WEEK_MS } from './prove/week/ordinaryWeek';
export type { Recordings } from './prove/week/ordinaryWeek';
export { record } from './prove/week/record';
export { withPlatform } from './prove/week/withPlatform';
export { ask } from './prove/ask';
export { causes, CAUSES_STACK } from './prove/causes';
export type { Cause } from './prove/causes';
export { filledIn, panelQueries } from './prove/panelQueries';
export { poison } from './prove/poison';
export { logLinesWaiting, newestLogAge } from './queries/logs';
export { runbookCommands } from './runbooks/commands';
export type { RunbookCommand } from './runbooks/commands';
export { replay, STEP_MS } from './prove/week/replay';
export type { TimeSeries } from './prove/week/timeSeries';
export { missed, unfounded } from './prove/week/verdict';
export type { Fired } from './prove/week/verdict';
