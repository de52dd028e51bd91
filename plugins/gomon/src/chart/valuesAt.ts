import { Format } from '../format/useFormat';
import { nearestPoint } from './line';
import type { ChartData } from './LineChart';

/** All values of a moment in words. */
export function valuesAt(data: ChartData, atMs: number, format: Format) {
  const values = data.lines.map(line => {
    const value = nearestPoint(line.points, atMs)?.[1] ?? null;
    const text =
      value === null
        ? format.t('chart.missing')
        : format.figure({ value, unit: data.unit });
    return data.lines.length > 1 ? `${line.label} ${text}` : text;
  });
  return `${format.moment(new Date(atMs).toISOString())}: ${format.list(
    values,
  )}`;
}
