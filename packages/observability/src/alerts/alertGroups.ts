import type { AlertGroup, AlertRule } from './alertRule';
import { agentRules } from './rules/agents';
import { databaseRules } from './rules/database';
import { logsRules } from './rules/logs';
import { pipelineRules } from './rules/pipeline';

/** Every rule, in the groups in which they are evaluated. */
export const alertGroups: AlertGroup[] = [
  agentRules,
  pipelineRules,
  databaseRules,
  logsRules,
];

/** Every rule. */
export const alertRules: AlertRule[] = alertGroups.flatMap(
  ({ rules }) => rules,
);
