import type { Client, estypes } from '@elastic/elasticsearch';
import { Step } from './plan/plan';

/** Carries one step out. */
export async function apply(client: Client, step: Step): Promise<void> {
  switch (step.kind) {
    case 'put-policy':
      await client.ilm.putLifecycle({
        name: step.name,
        policy: step.policy as estypes.IlmPolicy,
      });
      return;
    case 'put-template':
      await client.transport.request({
        method: 'PUT',
        path: `/_index_template/${encodeURIComponent(step.name)}`,
        body: step.template,
      });
      return;
    case 'create-index':
      await client.indices.create({
        index: step.index,
        aliases: { [step.alias]: { is_write_index: true } },
      });
      return;
    case 'adopt-indices':
      await client.indices.updateAliases({
        actions: step.indices.map(index => ({
          add: {
            index,
            alias: step.alias,
            is_write_index: index === step.writeIndex,
          },
        })),
      });
      return;
    case 'roll-over':
      await client.indices.rollover({ alias: step.alias });
      return;
    default:
      throw new Error(`no such step: ${JSON.stringify(step satisfies never)}`);
  }
}
