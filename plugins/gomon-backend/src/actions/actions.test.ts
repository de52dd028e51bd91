import {
  actionsRegistryServiceMock,
  MockActionsRegistry,
} from '@backstage/backend-test-utils/alpha';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { startGomon } from '../__testUtils__/startGomon';

async function start(allowed = true): Promise<MockActionsRegistry> {
  const registry = actionsRegistryServiceMock();
  await startGomon({
    features: [
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => registry,
      }),
      ...(allowed
        ? []
        : [mockServices.permissions.factory({ result: AuthorizeResult.DENY })]),
    ],
  });
  return registry;
}

const asUser = (id: string, input: object = {}) => ({
  id: `test:${id}`,
  input: input as never,
  credentials: mockCredentials.user(),
});

describe('what an assistant can ask', () => {
  it('is all read-only', async () => {
    const { actions } = await (await start()).list();
    expect(actions.map(({ name }) => name).sort()).toEqual([
      'examine-setup',
      'get-changes',
      'get-component-health',
      'get-pipeline-health',
    ]);
    expect(actions.every(({ attributes }) => attributes.readOnly)).toBe(true);
  });

  it('tells the cause of a failing pipeline', async () => {
    const registry = await start();
    const { output } = await registry.invoke(asUser('get-pipeline-health'));
    expect(output).toMatchObject({
      pipelines: [
        {
          name: 'metrics',
          status: 'down',
          causes: [{ sentence: 'queue does not answer: connection refused.' }],
        },
        { name: 'logs' },
        { name: 'code-quality' },
      ],
    });
  });

  it('tells a component, what changed, and what is missing', async () => {
    const registry = await start();
    const health = await registry.invoke(
      asUser('get-component-health', { entityRef: 'component:default/queue' }),
    );
    expect(health.output).toMatchObject({ status: 'down', role: 'cause' });
    const { output } = await registry.invoke(asUser('get-changes'));
    expect(output).toMatchObject({ changes: [{}, {}, {}] });
    const setup = await registry.invoke(asUser('examine-setup'));
    expect(JSON.stringify(setup.output)).toContain('boards is not set up');
  });

  it('tells nothing to who lacks the permission', async () => {
    const registry = await start(false);
    for (const id of ['get-pipeline-health', 'get-changes', 'examine-setup']) {
      await expect(registry.invoke(asUser(id))).rejects.toThrow(
        'gomon.health.read',
      );
    }
  });
});
