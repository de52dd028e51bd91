import { createService, freePort } from '@gomon/dev-stack';
import type { AgentContestant } from './contestant';

/** Our own agent, as its image starts it. */
export const gomonAgent: AgentContestant = {
  title: 'gomon agent',
  setting: 'defaults; its pages for Prometheus and probes included',
  prepare: async () => undefined,
  async start({ dir, brokers, topic, intervalSeconds }) {
    const service = createService({
      name: 'agent',
      dir,
      env: {
        KAFKA_BROKERS: brokers,
        KAFKA_TOPIC: topic,
        COLLECT_INTERVAL_MS: String(intervalSeconds * 1000),
        METRICS_PORT: String(await freePort()),
        METRICS_HOST: '127.0.0.1',
      },
    });
    await service.start();
    return { pid: service.pid!, stop: () => service.kill() };
  },
};
