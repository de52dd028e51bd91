import { Pipeline, PipelineStage, Status } from '@gomon/plugin-gomon-common';
import { pipelineSentence } from './pipelineSentence';

const at = '2026-01-01T00:00:00.000Z';

function stage(title: string, status: Status, note?: string): PipelineStage {
  return {
    ...{ entityRef: `component:default/${title}`, title, status, note },
    stage: 'kafka',
    ...{ since: at, observedAt: at, role: 'none' },
  };
}

function pipeline(status: Status, stages: PipelineStage[]): Pipeline {
  return {
    ...{ name: 'metrics', title: 'Metrics', environment: 'production' },
    ...{ status, since: at, observedAt: at, stages },
    ...{ causes: [], edges: [], figures: [] },
  };
}

describe('the sentence of a pipeline without a cause', () => {
  it('is of the stage that could not be looked at, where that is what degrades it', () => {
    const stages = [
      stage('Agent', 'ok'),
      stage('Kafka', 'unknown', 'gomon could not look at the pods of Kafka.'),
      stage('Grafana', 'not-configured'),
    ];
    expect(pipelineSentence(pipeline('degraded', stages))).toBe(
      'gomon could not look at the pods of Kafka.',
    );
  });

  it('says in words how the worst stage is, where that one says nothing', () => {
    const stages = [stage('Agent', 'unknown'), stage('Kafka', 'unauthorised')];
    expect(pipelineSentence(pipeline('unauthorised', stages))).toBe(
      'Kafka is closed to gomon: its credential was refused.',
    );
  });

  it('says that all is well only of one that is', () => {
    expect(pipelineSentence(pipeline('ok', [stage('Agent', 'ok')]))).toBe(
      'Metrics is healthy.',
    );
  });
});
