import type { AlertGroup, AlertRule } from './alertRule';
import { agentRules } from './rules/agents';
import { databaseRules } from './rules/database';
import { pipelineRules } from './rules/pipeline';

/** Every rule, in the groups in which they are evaluated. */
export const alertGroups: AlertGroup[] = [
  agentRules,
  pipelineRules,
  databaseRules,
];

/** Every rule. */
export const alertRules: AlertRule[] = alertGroups.flatMap(
  ({ rules }) => rules,
);
