import { all, change, count, freeze, silence } from './edits';
import type { TimeSeries } from './timeSeries';

const series = (name: string, values: number[]): TimeSeries => ({
  metric: { __name__: name, job: 'a' },
  values,
  timestamps: values.map((_, i) => i * 10),
});
const week = [series('up', [1, 1, 1, 1]), series('seen_total', [1, 2, 4, 5])];
const span = { fromMs: 10, toMs: 30 };
const valuesOf = (name: string, edited: TimeSeries[]) =>
  edited.find(({ metric }) => metric.__name__ === name)?.values;

it('takes samples away, and leaves those of others', () => {
  const edited = silence({ __name__: 'up' }, span)(week);
  expect(edited[0]).toEqual({
    ...week[0],
    values: [1, 1],
    timestamps: [0, 30],
  });
  expect(edited[1]).toEqual(week[1]);
  expect(week[0].values).toHaveLength(4);
});

it('changes values by what was there and by the time since', () => {
  const edited = change(
    { __name__: 'up' },
    span,
    (before, sinceMs) => before + sinceMs,
  );
  expect(valuesOf('up', edited(week))).toEqual([1, 1, 11, 1]);
});

it('lets a counter stand still and go on', () => {
  const edited = freeze({ __name__: 'seen_total' }, span)(week);
  expect(valuesOf('seen_total', edited)).toEqual([1, 2, 2, 2]);
});

it('counts once, in a series that is there or comes into being', () => {
  const lost = { __name__: 'lost_total', job: 'a', reason: 'x' };
  const edited = all(
    count({ __name__: 'seen_total', job: 'a' }, span, 7),
    count(lost, span, 3),
  )(week);
  expect(valuesOf('seen_total', edited)).toEqual([1, 9, 11, 12]);
  expect(edited[2]).toEqual({
    metric: lost,
    values: [3, 3, 3],
    timestamps: [10, 20, 30],
  });
});

it('refuses to edit what is not there: a fault that is none proves nothing', () => {
  expect(() => silence({ __name__: 'down' }, span)(week)).toThrow(
    'There is no series',
  );
});
