import { Format } from '../format/useFormat';
import { extent } from './line';
import type { ChartData } from './LineChart';

/** A chart in a few words: where its values lie. */
export function summarise(data: ChartData, format: Format): string {
  const bounds = extent(data.lines.map(line => line.points));
  if (!bounds) return format.t('chart.empty');
  const [min, max] = bounds.map(value =>
    format.figure({ value, unit: data.unit }),
  );
  return min === max
    ? format.t('chart.steady', { value: min })
    : format.t('chart.between', { min, max });
}
