import { Series, SeriesSet } from '@gomon/plugin-gomon-common';
import type { ChartData, ChartIncident } from './LineChart';
import { extent } from './line';

/** More lines than this cannot be told apart. */
const MAX_LINES = 6;

/** A chart, and how many lines of its name did not fit. */
export interface SeriesChart {
  data: ChartData;
  left: number;
}

const highest = (series: Series) => extent([series.points])?.[1] ?? -Infinity;

/** One chart a name and unit; of many lines those that reach highest. */
export function toCharts(
  set: SeriesSet,
  incidents: readonly ChartIncident[] = [],
): SeriesChart[] {
  const groups = new Map<string, Series[]>();
  for (const series of set.series) {
    const key = `${series.name} ${series.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), series]);
  }
  return [...groups.values()].map(group => {
    const shown = [...group]
      .sort((a, b) => highest(b) - highest(a))
      .slice(0, MAX_LINES);
    return {
      left: group.length - shown.length,
      data: {
        title: group[0].label,
        unit: group[0].unit,
        range: [Date.parse(set.from), Date.parse(set.to)],
        incidents,
        lines: shown.map(({ labels, label, points }) => {
          const name = Object.values(labels ?? {}).join(' ') || label;
          return { id: name, label: name, points };
        }),
      },
    };
  });
}
