import { Figure, Status } from '@gomon/plugin-gomon-common';
import { brokenMetrics, stage } from '../__testUtils__/pipelines';
import { pipelineHeadline, toHeadline } from './headlineFigures';

const figure = (id: string, value: number): Figure => ({
  id,
  label: id,
  value,
  unit: 'count',
  observedAt: '2025-01-01T00:00:00Z',
});

describe('toHeadline', () => {
  it('reads hosts that report and all hosts as one figure', () => {
    const headline = toHeadline([
      figure('hosts-reporting', 214),
      figure('hosts', 214),
    ]);
    expect(headline).toMatchObject([
      { figure: { value: 214 }, whole: { id: 'hosts' }, isAlarming: false },
    ]);
  });

  it('alarms when a host is missing', () => {
    expect(
      toHeadline([figure('hosts-reporting', 213), figure('hosts', 214)]),
    ).toMatchObject([{ isAlarming: true }]);
  });

  it('alarms as soon as anything is lost', () => {
    expect(toHeadline([figure('lost', 0)])[0].isAlarming).toBe(false);
    expect(toHeadline([figure('lost', 1)])[0].isAlarming).toBe(true);
  });

  it('shows a part alone when its whole was not observed', () => {
    expect(toHeadline([figure('hosts-reporting', 3)])).toMatchObject([
      { figure: { id: 'hosts-reporting' }, whole: undefined },
    ]);
  });
});

describe('pipelineHeadline', () => {
  const seen = ['produced', 'stored', 'oldest-waiting'];
  const blind = (status: Status, note?: string) =>
    pipelineHeadline({
      ...brokenMetrics(),
      stages: [
        stage('component:default/agent', 'gomon agent', status, {
          stage: 'agent',
          note,
        }),
      ],
      figures: seen.map(id => figure(id, 1)),
    });

  it('says in its place of each figure that nobody could look at, and why', () => {
    const reason = 'not seen: VictoriaMetrics does not answer';
    expect(blind('unknown', reason)).toMatchObject([
      { figure: { id: 'produced' } },
      { figure: { id: 'stored' } },
      { unseen: 'lost', reason },
      { figure: { id: 'oldest-waiting' } },
      { unseen: 'hosts-reporting', reason },
    ]);
  });

  it('does not call a figure unseen that a successful look did not tell', () => {
    expect(blind('ok')).toHaveLength(seen.length);
    expect(blind('not-configured', 'not set up')).toHaveLength(seen.length);
  });

  it('keeps to the figures where they were seen', () => {
    const figures = [figure('lost', 0), figure('hosts-reporting', 1)];
    expect(pipelineHeadline({ ...brokenMetrics(), figures })).toEqual(
      toHeadline(figures),
    );
  });
});
