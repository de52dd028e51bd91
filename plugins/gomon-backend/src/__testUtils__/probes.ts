import { createBackendModule } from '@backstage/backend-plugin-api';
import { gomonProbesExtensionPoint, Probe } from '@gomon/plugin-gomon-node';

/** Answers for agents: all is well, with two hosts. */
export const healthyAgents: Probe = {
  id: 'source',
  stages: ['agent'],
  async look({ components, now }) {
    const lastSampleAt = now.toISOString();
    return {
      components: components.map(({ entityRef }) => ({
        entityRef,
        checks: [
          {
            id: 'source.alive',
            title: 'Alive',
            status: 'ok',
            sentence: 'It is alive.',
            value: 1,
            unit: 'count',
          },
        ],
        figures: [{ id: 'hosts', label: 'hosts', value: 3, unit: 'count' }],
      })),
      hosts: components.flatMap(({ entityRef, environment }) => [
        {
          environment,
          entityRef,
          instance: 'Alpha',
          status: 'ok',
          sentence: 'Reports.',
          lastSampleAt,
          intervalMs: 5000,
          missing: 0,
          figures: [
            { id: 'cpu', label: 'CPU used', value: 10, unit: 'percent' },
          ],
        },
        {
          environment,
          entityRef,
          instance: 'beta_1',
          status: 'down',
          sentence: 'Silent for 2 min.',
          lastSampleAt: new Date(now.getTime() - 120_000).toISOString(),
          intervalMs: 5000,
          missing: 4,
          figures: [
            { id: 'cpu', label: 'CPU used', value: 90, unit: 'percent' },
          ],
        },
        {
          environment,
          entityRef,
          instance: 'gamma',
          status: 'ok',
          sentence: 'Reports.',
          lastSampleAt: new Date(now.getTime() - 600_000).toISOString(),
          intervalMs: 5000,
          figures: [],
        },
      ]),
    };
  },
};

/** Answers for brokers: they do not answer. */
export const deadBroker: Probe = {
  id: 'broken',
  stages: ['broker'],
  async look({ components }) {
    return {
      components: components.map(({ entityRef, title }) => ({
        entityRef,
        checks: [
          {
            id: 'broken.answers',
            title: 'Answers',
            status: 'down',
            failure: 'own',
            sentence: `${title} does not answer: connection refused.`,
          },
        ],
      })),
    };
  },
};

/** A module that brings probes along, as a third party's would. */
export function withProbes(...probes: Probe[]) {
  return createBackendModule({
    pluginId: 'gomon',
    moduleId: 'test-probes',
    register(reg) {
      reg.registerInit({
        deps: { gomon: gomonProbesExtensionPoint },
        async init({ gomon }) {
          gomon.addProbe(...probes);
        },
      });
    },
  });
}
