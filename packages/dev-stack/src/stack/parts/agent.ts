import { createService } from '../../service/createService';
import { ownSettings } from '../serviceSettings';
import type { StackPart } from '../part';

export const agent: StackPart = {
  name: 'agent',
  title: 'agent',
  portsOf: context => [context.ports.agent],
  addressOf: context => context.urls.agent,
  async prepare({ agentIntervalMs, directories, env, ports, urls }) {
    const service = createService({
      name: 'agent',
      dir: directories.logs,
      readyPath: '/ready',
      env: {
        COLLECT_INTERVAL_MS: String(agentIntervalMs),
        ...ownSettings(env),
        KAFKA_BROKERS: urls.kafka,
        METRICS_HOST: '127.0.0.1',
        METRICS_PORT: String(ports.agent),
      },
    });
    return { components: [service], start: () => service.start() };
  },
};
