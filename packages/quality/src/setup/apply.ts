import type { SonarqubeClient } from '../server/SonarqubeClient';
import type { Step } from './plan';

/** Carries one step out. */
export async function apply(
  client: SonarqubeClient,
  step: Step,
): Promise<void> {
  switch (step.kind) {
    case 'set-mode':
      await client.patch('v2/clean-code-policy/mode', { mode: step.to });
      return;
    case 'create-gate':
      await client.post('qualitygates/create', { name: step.gate });
      return;
    case 'add-condition':
      await client.post('qualitygates/create_condition', {
        gateName: step.gate,
        ...step.condition,
      });
      return;
    case 'change-condition':
      await client.post('qualitygates/update_condition', {
        id: step.from.id,
        ...step.to,
      });
      return;
    case 'remove-condition':
      await client.post('qualitygates/delete_condition', {
        id: step.condition.id,
      });
      return;
    case 'create-project':
      await client.post('projects/create', {
        project: step.key,
        name: step.name,
      });
      return;
    case 'select-gate':
      await client.post('qualitygates/select', {
        gateName: step.gate,
        projectKey: step.key,
      });
      return;
    default:
      throw new Error(`no such step: ${JSON.stringify(step satisfies never)}`);
  }
}
