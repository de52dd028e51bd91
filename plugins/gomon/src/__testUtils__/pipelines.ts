import {
  Figure,
  Pipeline,
  PipelineStage,
  Status,
  Unit,
} from '@gomon/plugin-gomon-common';

/** Answers of the backend as tests need them; the real ones are looked at by the browser test. */

export const figure = (
  id: string,
  label: string,
  value: number,
  unit: Unit,
): Figure => ({ id, label, value, unit, observedAt: now() });

export function now(secondsAgo = 0) {
  return new Date(Date.now() - secondsAgo * 1000).toISOString();
}

export function stage(
  ref: string,
  title: string,
  status: Status = 'ok',
  more: Partial<PipelineStage> = {},
): PipelineStage {
  return {
    entityRef: ref,
    title,
    stage: 'aggregator',
    status,
    role: 'none',
    observedAt: now(4),
    ...more,
  };
}

const refs = {
  agent: 'component:default/gomon-agent',
  kafka: 'resource:default/kafka',
  aggregator: 'component:default/gomon-aggregator',
  database: 'resource:default/victoria-metrics',
};

export const healthyMetrics = (): Pipeline => ({
  name: 'metrics',
  title: 'Metrics',
  status: 'ok',
  causes: [],
  since: now(31 * 86_400),
  stages: [
    stage(refs.agent, 'gomon agent'),
    stage(refs.kafka, 'Kafka'),
    stage(refs.aggregator, 'gomon aggregator'),
    stage(refs.database, 'VictoriaMetrics', 'ok', {
      figure: figure('newest-sample-age', 'age of newest sample', 6, 'seconds'),
    }),
  ],
  edges: [
    {
      from: refs.agent,
      to: refs.kafka,
      flowing: true,
      figures: [figure('messages', 'messages', 416, 'messages/s')],
    },
    {
      from: refs.kafka,
      to: refs.aggregator,
      flowing: true,
      figures: [figure('lag', 'lag', 0, 'messages')],
    },
    {
      from: refs.aggregator,
      to: refs.database,
      flowing: true,
      figures: [figure('samples', 'samples', 12_480, 'samples/s')],
    },
  ],
  figures: [
    figure('lost', 'lost', 0, 'messages'),
    figure('hosts-reporting', 'hosts reporting', 214, 'count'),
    figure('hosts', 'hosts', 214, 'count'),
    figure('newest-sample-age', 'age of newest sample', 6, 'seconds'),
  ],
  observedAt: now(4),
});

export const brokenMetrics = (): Pipeline => {
  const cause = {
    entityRef: refs.database,
    title: 'VictoriaMetrics',
    status: 'down' as const,
    sentence: 'VictoriaMetrics is down: connection refused for 2 min.',
    meaning: 'Nothing is lost: 4,120 messages wait in Kafka.',
    action: {
      text: 'Restart it.',
      command: 'kubectl -n monitoring rollout restart deploy/victoria-metrics',
    },
    since: now(120),
  };
  const healthy = healthyMetrics();
  return {
    ...healthy,
    status: 'down',
    cause,
    causes: [cause],
    since: now(120),
    stages: [
      ...healthy.stages.slice(0, 2),
      stage(refs.aggregator, 'gomon aggregator', 'degraded', {
        role: 'affected',
        note: 'blocked by VictoriaMetrics',
      }),
      stage(refs.database, 'VictoriaMetrics', 'down', {
        role: 'cause',
        note: cause.sentence,
        since: now(120),
      }),
    ],
    edges: healthy.edges.map(edge =>
      edge.to === refs.database ? { ...edge, flowing: false } : edge,
    ),
  };
};

export const logsNotSetUp = (): Pipeline => ({
  name: 'logs',
  title: 'Logs',
  status: 'not-configured',
  causes: [],
  stages: [stage('resource:default/filebeat', 'Filebeat', 'not-configured')],
  edges: [],
  figures: [],
  observedAt: now(4),
});
