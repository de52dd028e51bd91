import {
  Check,
  Figure,
  PipelineEdge,
  Point,
  Series,
  Unit,
} from '@gomon/plugin-gomon-common';
import { ComponentState } from '../engine/state';

const HOUR_MS = 3600_000;
const MINUTE_MS = 60_000;

/** One hour of a component's figures: by name, and in it by minute of the hour. */
export type FigureHour = Record<
  string,
  { label: string; unit: Unit; values: (number | null)[] }
>;

/** The beginning of the hour that a moment lies in. */
export function hourOf(moment: Date): number {
  return Math.floor(moment.getTime() / HOUR_MS) * HOUR_MS;
}

/** Adds what is known of a component now to its hour. Figures that are older than a minute are no news. */
export function addMinute(
  hour: FigureHour,
  { health }: Pick<ComponentState, 'health'>,
  flowsIn: readonly PipelineEdge[],
  now: Date,
): FigureHour {
  const minute = Math.floor((now.getTime() % HOUR_MS) / MINUTE_MS);
  const next: FigureHour = { ...hour };
  const put = (name: string, figure: Omit<Figure, 'id'>) => {
    const { label, unit, value, observedAt } = figure;
    if (now.getTime() - Date.parse(observedAt) > MINUTE_MS) return;
    const values = [...(next[name]?.values ?? [])];
    while (values.length < minute) values.push(null);
    values[minute] = value;
    next[name] = { label, unit, values };
  };
  const putCheck = ({ id, title, unit, value, observedAt }: Check) => {
    if (unit === undefined || value === undefined) return;
    put(id, { label: title, unit, value, observedAt });
  };
  health.checks.forEach(putCheck);
  health.figures.forEach(figure => put(figure.id, figure));
  for (const { figures } of flowsIn) {
    figures.forEach(figure => put(`in.${figure.id}`, figure));
  }
  return next;
}

/** Means by slot. */
class Slots {
  readonly #sums = new Map<number, { sum: number; count: number }>();

  add(slot: number, value: number): void {
    const { sum, count } = this.#sums.get(slot) ?? { sum: 0, count: 0 };
    this.#sums.set(slot, { sum: sum + value, count: count + 1 });
  }

  mean(slot: number): number | null {
    const found = this.#sums.get(slot);
    return found ? found.sum / found.count : null;
  }
}

/** Joins hours to series with a point every `stepMs`: the mean of the minutes that fall into it. */
export function toSeries(
  hours: readonly { hour: number; figures: FigureHour }[],
  fromMs: number,
  toMs: number,
  stepMs: number,
): Series[] {
  const all = new Map<string, Omit<Series, 'points'> & { slots: Slots }>();
  for (const { hour, figures } of hours) {
    for (const [name, { label, unit, values }] of Object.entries(figures)) {
      const series = all.get(name) ?? { name, label, unit, slots: new Slots() };
      all.set(name, series);
      values.forEach((value, minute) => {
        const at = hour + minute * MINUTE_MS;
        // The minute that the range begins in belongs to it.
        if (value === null || at <= fromMs - MINUTE_MS || at > toMs) return;
        series.slots.add(
          Math.max(0, Math.floor((at - fromMs) / stepMs)),
          value,
        );
      });
    }
  }
  return [...all.values()].map(({ slots, ...series }) => {
    const points: Point[] = [];
    for (let slot = 0; fromMs + slot * stepMs <= toMs; slot++) {
      points.push([fromMs + slot * stepMs, slots.mean(slot)]);
    }
    return { ...series, points };
  });
}
