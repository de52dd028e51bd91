import { createService } from '../../service/createService';
import { metricLogFile } from '../metricLogFile';
import { ownSettings } from '../serviceSettings';
import type { StackPart } from '../part';

export const aggregator: StackPart = {
  name: 'aggregator',
  title: 'aggregator',
  portsOf: context => [context.ports.aggregator],
  addressOf: context => context.urls.aggregator,
  async prepare(context) {
    const { directories, env, ports, urls } = context;
    const service = createService({
      name: 'aggregator',
      dir: directories.logs,
      readyPath: '/ready',
      env: {
        ...ownSettings(env),
        LOG_FILE: metricLogFile(context),
        KAFKA_BROKERS: urls.kafka,
        VICTORIA_METRICS_URL: urls.victoriaMetrics,
        METRICS_HOST: '127.0.0.1',
        METRICS_PORT: String(ports.aggregator),
      },
    });
    return { components: [service], start: () => service.start() };
  },
};
