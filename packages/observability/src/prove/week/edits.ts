import { keyOf, matches, type Matching, type TimeSeries } from './timeSeries';

/** From when to when, Unix milliseconds; the end is outside. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** What is done to a week; nothing given is changed. */
export type Edit = (series: readonly TimeSeries[]) => TimeSeries[];

/** All of them, one after another. */
export const all =
  (...edits: Edit[]): Edit =>
  series =>
    edits.reduce<TimeSeries[]>((now, edit) => edit(now), [...series]);

/** No samples. */
export const silence = (wanted: Matching, span: Span): Edit =>
  each(wanted, own => {
    const kept = own.timestamps
      .map((_, i) => i)
      .filter(i => !within(own, i, span));
    return {
      ...own,
      values: kept.map(i => own.values[i]),
      timestamps: kept.map(i => own.timestamps[i]),
    };
  });

/** Other values, by those that were there and how long the span has gone on. */
export const change = (
  wanted: Matching,
  span: Span,
  value: (before: number, sinceMs: number) => number,
): Edit =>
  each(wanted, own => ({
    ...own,
    values: own.values.map((before, i) =>
      within(own, i, span)
        ? value(before, own.timestamps[i] - span.fromMs)
        : before,
    ),
  }));

/** A counter stands still, and goes on from there. */
export const freeze = (wanted: Matching, span: Span): Edit =>
  each(wanted, own => {
    const held = own.values[own.timestamps.findIndex(at => at >= span.fromMs)];
    const gone =
      own.values[own.timestamps.findIndex(at => at >= span.toMs)] - held;
    return {
      ...own,
      values: own.values.map((before, i) => {
        if (own.timestamps[i] < span.fromMs) return before;
        return within(own, i, span) ? held : before - gone;
      }),
    };
  });

/** A counter rises at once. Where there is none it comes into being, as one with a label of its own does. */
export const count = (
  metric: Record<string, string>,
  { fromMs }: Span,
  by: number,
): Edit => {
  return series => {
    const known = series.some(
      ({ metric: own }) => keyOf(own) === keyOf(metric),
    );
    const [beat] = series.filter(
      own => own.metric.__name__ === 'up' && own.metric.job === metric.job,
    );
    const timestamps = beat.timestamps.filter(at => known || at >= fromMs);
    const created = { metric, timestamps, values: timestamps.map(() => 0) };
    return each(metric, own => ({
      ...own,
      values: own.values.map((before, i) =>
        own.timestamps[i] >= fromMs ? before + by : before,
      ),
    }))(known ? series : [...series, created]);
  };
};

function each(wanted: Matching, edit: (own: TimeSeries) => TimeSeries): Edit {
  return series => {
    if (!series.some(own => matches(own, wanted))) {
      throw new Error(`There is no series ${JSON.stringify(wanted)} to edit.`);
    }
    return series.map(own => (matches(own, wanted) ? edit(own) : own));
  };
}

function within({ timestamps }: TimeSeries, i: number, span: Span): boolean {
  return timestamps[i] >= span.fromMs && timestamps[i] < span.toMs;
}
