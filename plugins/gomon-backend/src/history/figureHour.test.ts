import { EntityHealth } from '@gomon/plugin-gomon-common';
import { addMinute, FigureHour, hourOf, toSeries } from './figureHour';

const hour = Date.parse('2025-01-01T10:00:00Z');
const minute = (count: number) => new Date(hour + count * 60_000);

function health(value: number, now: Date): { health: EntityHealth } {
  const figure = {
    id: 'rate',
    label: 'rate',
    value,
    unit: 'messages/s' as const,
    observedAt: now.toISOString(),
  };
  return {
    health: {
      entityRef: 'component:default/x',
      title: 'x',
      status: 'ok',
      affectedBy: [],
      checks: [],
      figures: [figure],
      links: [],
      runbook: [],
    },
  };
}

const series = (figures: FigureHour, from: number, to: number, step: number) =>
  toSeries(
    [{ hour, figures }],
    minute(from).getTime(),
    minute(to).getTime(),
    step * 60_000,
  );

describe('figures of an hour', () => {
  const figures = [0, 1, 4].reduce<FigureHour>(
    (known, count) =>
      addMinute(known, health(count * 10, minute(count)), [], minute(count)),
    {},
  );

  it('leave a hole where nobody looked', () => {
    expect(figures.rate.values).toEqual([0, 10, null, null, 40]);
  });

  it('do not take an old figure for news', () => {
    const old = health(5, minute(0));
    expect(addMinute({}, old, [], minute(3))).toEqual({});
  });

  it('become a point a step, null where there is none', () => {
    const [{ points }] = series(figures, 0, 4, 1);
    expect(points.map(([, value]) => value)).toEqual([0, 10, null, null, 40]);
    expect(points[4][0]).toBe(minute(4).getTime());
  });

  it('become means over longer steps', () => {
    const [{ points }] = series(figures, 0, 4, 2);
    expect(points.map(([, value]) => value)).toEqual([5, null, 40]);
  });

  it('count a minute to the range that begins in it', () => {
    const from = minute(0).getTime() + 30_000;
    const [{ points }] = toSeries(
      [{ hour, figures }],
      from,
      minute(1).getTime(),
      60_000,
    );
    expect(points).toEqual([[from, 5]]);
  });

  it('belong to the hour that the moment lies in', () => {
    expect(hourOf(minute(59))).toBe(hour);
    expect(hourOf(minute(60))).toBe(hour + 3600_000);
  });
});
