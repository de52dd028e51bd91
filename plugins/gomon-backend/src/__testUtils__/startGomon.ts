import { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { gomonPlugin } from '../plugin';
import { entity } from '../testing/fixtures';
import { deadBroker, healthyAgents, withProbes } from './probes';

/** Two watched components, and one that no probe answers for. */
export const entities = [
  entity('machines', 'agent', { sendsTo: 'queue' }),
  entity('queue', 'broker'),
  entity('boards', 'dashboard'),
];

/** Starts a backend with the plugin, whose engine has run one cycle. */
export async function startGomon(
  options: {
    features?: BackendFeature[];
    catalog?: BackendFeature;
    probes?: BackendFeature;
    cycle?: boolean;
  } = {},
) {
  const { server } = await startTestBackend({
    features: [
      gomonPlugin,
      options.probes ?? withProbes(healthyAgents, deadBroker),
      options.catalog ?? catalogServiceMock.factory({ entities }),
      mockServices.scheduler.factory({
        skipTaskRunOnStartup: options.cycle === false,
      }),
      ...(options.features ?? []),
    ],
  });
  return server;
}
