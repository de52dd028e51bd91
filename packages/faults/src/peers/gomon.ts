import { createService, freePort } from '@gomon/dev-stack';
import { encodeMetric } from '@gomon/wire';
import { join } from 'node:path';
import { messageOf } from '../fleet/hostModel';
import { Contestant } from './contestant';

/** The aggregator as it is deployed. */
export const gomon: Contestant = {
  title: 'gomon aggregator',
  setting: 'defaults, a heap of 256 MiB',
  valueOf: (model, host, sequence) =>
    Buffer.from(encodeMetric(messageOf(model, host, sequence))),
  prepare: async () => undefined,
  async start({ dir, brokers, topic, group, database }) {
    const port = await freePort();
    const service = createService({
      name: 'aggregator',
      dir,
      env: {
        KAFKA_BROKERS: brokers,
        KAFKA_TOPIC: topic,
        KAFKA_GROUP_ID: group,
        VICTORIA_METRICS_URL: database,
        METRICS_PORT: String(port),
        METRICS_HOST: '127.0.0.1',
        LOG_FILE: join(dir, 'metrics.log'),
        NODE_OPTIONS: '--max-old-space-size=256',
      },
    });
    await service.start();
    return {
      pid: service.pid!,
      metricsUrl: `http://127.0.0.1:${port}/metrics`,
      stop: () => service.kill(),
    };
  },
};
