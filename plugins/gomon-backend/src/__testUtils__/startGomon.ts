import { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { gomonPlugin } from '../plugin';
import { entity } from '../testing/fixtures';
import { deadBroker, healthyAgents, withProbes } from './probes';

// A backend takes its time to start on a busy machine; what hangs is still noticed.
jest.setTimeout(60_000);

/** Two watched components, and one that no probe answers for. */
export const entities = [
  entity('machines', 'agent', { sendsTo: 'queue' }),
  entity('queue', 'broker'),
  entity('boards', 'dashboard'),
];

interface Options {
  features?: BackendFeature[];
  catalog?: BackendFeature;
  probes?: BackendFeature;
  cycle?: boolean;
}

/** Starts a backend with the plugin, whose engine has run one cycle. It ends with the tests of the file. */
export async function startGomon(options: Options = {}) {
  const { server } = await startBackend(options);
  return server;
}

/** Like {@link startGomon}, for a test that ends it before. */
export function startBackend(options: Options = {}) {
  return startTestBackend({
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
}
