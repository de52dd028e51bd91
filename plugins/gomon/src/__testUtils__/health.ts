import { Check, EntityHealth } from '@gomon/plugin-gomon-common';
import { now } from './pipelines';

export const check = (
  id: string,
  status: Check['status'],
  more: Partial<Check> = {},
): Check => ({
  id,
  title: id,
  status,
  sentence: `${id} is ${status}.`,
  observedAt: now(3),
  links: [],
  ...more,
});

export const kafkaHealth = (
  more: Partial<EntityHealth> = {},
): EntityHealth => ({
  entityRef: 'resource:default/kafka',
  title: 'Kafka',
  status: 'ok',
  since: now(7200),
  affectedBy: [],
  checks: [
    check('kafka.brokers', 'ok', { title: 'Brokers', value: 3, unit: 'count' }),
    check('kafka.lag', 'ok', {
      title: 'Lag',
      value: 12,
      unit: 'messages',
      threshold: 10_000,
    }),
  ],
  figures: [],
  links: [],
  runbook: [
    {
      text: 'List the topics',
      command: 'kubectl -n monitoring exec kafka-0 -- kafka-topics.sh --list',
    },
  ],
  observedAt: now(3),
  ...more,
});

/** An hour in which nothing happened. */
export const quietHistory = {
  getEntityHistory: async () => ({
    entityRef: 'resource:default/kafka',
    from: now(3600),
    to: now(),
    transitions: [],
    shares: { ok: 1 },
  }),
  getEntitySeries: async () => ({
    from: now(3600),
    to: now(),
    step: 30,
    series: [
      {
        name: 'lag',
        label: 'lag',
        unit: 'messages' as const,
        points: [[Date.now() - 60_000, 12] as [number, number]],
      },
    ],
  }),
};
