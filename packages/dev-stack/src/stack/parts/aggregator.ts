import { join } from 'node:path';
import { createService } from '../../service/createService';
import { ownSettings } from '../serviceSettings';
import type { StackPart } from '../part';

export const aggregator: StackPart = {
  name: 'aggregator',
  title: 'aggregator',
  portsOf: context => [context.ports.aggregator],
  addressOf: context => context.urls.aggregator,
  async prepare({ directories, env, ports, urls }) {
    const service = createService({
      name: 'aggregator',
      dir: directories.logs,
      readyPath: '/ready',
      env: {
        LOG_FILE: join(directories.logs, 'aggregator-metrics.log'),
        ...ownSettings(env),
        KAFKA_BROKERS: urls.kafka,
        VICTORIA_METRICS_URL: urls.victoriaMetrics,
        METRICS_HOST: '127.0.0.1',
        METRICS_PORT: String(ports.aggregator),
      },
    });
    return { components: [service], start: () => service.start() };
  },
};
