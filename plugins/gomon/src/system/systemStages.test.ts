import { healthyMetrics, stage } from '../__testUtils__/pipelines';
import { systemStages } from './systemStages';

const system = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'gomon' },
  relations: [
    { type: 'hasPart', targetRef: 'resource:default/kafka' },
    { type: 'hasPart', targetRef: 'resource:default/victoria-metrics' },
    { type: 'ownedBy', targetRef: 'component:default/gomon-agent' },
  ],
};

describe('systemStages', () => {
  it('keeps the parts of the system, worst first, each once', () => {
    const metrics = healthyMetrics();
    const broken = {
      ...metrics,
      stages: [
        ...metrics.stages,
        stage('resource:default/victoria-metrics', 'VictoriaMetrics', 'down'),
      ],
    };
    expect(
      systemStages(system, [broken]).map(({ title, status }) => [
        title,
        status,
      ]),
    ).toEqual([
      ['VictoriaMetrics', 'down'],
      ['Kafka', 'ok'],
    ]);
  });

  it('finds none in a system without parts', () => {
    expect(
      systemStages({ ...system, relations: undefined }, [healthyMetrics()]),
    ).toEqual([]);
  });
});
