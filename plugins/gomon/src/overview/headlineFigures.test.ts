import { Figure } from '@gomon/plugin-gomon-common';
import { toHeadline } from './headlineFigures';

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
