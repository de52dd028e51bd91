import { Cause, Pipeline } from '@gomon/plugin-gomon-common';
import { stage } from '../__testUtils__/pipelines';
import { toVerdict } from './verdict';

const cause = (name: string, status: Cause['status']): Cause => ({
  entityRef: `resource:default/${name}`,
  title: name,
  status,
  sentence: `${name} is ${status}.`,
  since: '2025-01-01T00:00:00Z',
});

const pipeline = (
  name: Pipeline['name'],
  status: Pipeline['status'],
  more: Partial<Pipeline> = {},
): Pipeline => ({
  name,
  title: name,
  status,
  causes: [],
  stages: [],
  edges: [],
  figures: [],
  observedAt: '2025-01-01T00:00:00Z',
  ...more,
});

describe('toVerdict', () => {
  it('calls it healthy when every pipeline that is set up is ok', () => {
    expect(
      toVerdict([
        pipeline('metrics', 'ok'),
        pipeline('logs', 'not-configured'),
      ]),
    ).toMatchObject({
      kind: 'healthy',
      healthy: [{ name: 'metrics' }],
      notSetUp: ['logs'],
    });
  });

  it('names the stages of a healthy pipeline that are not set up, each once', () => {
    const stages = [
      stage('resource:default/kafka', 'Kafka'),
      stage('resource:default/grafana', 'Grafana', 'not-configured'),
    ];
    expect(
      toVerdict([
        pipeline('metrics', 'ok', { stages }),
        pipeline('logs', 'ok', { stages }),
        pipeline('code-quality', 'not-configured', { stages }),
      ]),
    ).toMatchObject({
      kind: 'healthy',
      notSetUp: ['Grafana', 'code-quality'],
    });
  });

  it('names the worst cause first, and each once', () => {
    const slow = cause('kafka', 'degraded');
    const dead = cause('victoria-metrics', 'down');
    const verdict = toVerdict([
      pipeline('metrics', 'down', { causes: [slow, dead] }),
      pipeline('logs', 'degraded', { causes: [slow] }),
    ]);
    expect(verdict).toMatchObject({
      kind: 'broken',
      causes: [{ title: 'victoria-metrics' }, { title: 'kafka' }],
    });
  });

  it('does not call healthy what could not be seen', () => {
    expect(toVerdict([pipeline('metrics', 'unknown')])).toMatchObject({
      kind: 'blind',
      blind: [{ name: 'metrics' }],
    });
  });

  it('says that nothing is set up when nothing is', () => {
    expect(toVerdict([pipeline('metrics', 'not-configured')])).toEqual({
      kind: 'not-set-up',
    });
  });

  it('says that it is looking before the first look has ended', () => {
    expect(
      toVerdict([pipeline('metrics', 'unknown', { observedAt: undefined })]),
    ).toEqual({ kind: 'looking' });
  });
});
