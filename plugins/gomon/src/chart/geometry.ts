import { axisTicks } from './axisTicks';
import { extent } from './line';
import type { ChartData } from './LineChart';
import { linearScale, Scale } from './scale';

export const HEIGHT = 160;
const TOP = 8;
const BOTTOM = 22;
/** Room for the words of the vertical axis. */
const LEFT = 64;
const RIGHT = 8;

/** Where things are in a chart of a given width. */
export interface Geometry {
  x: Scale;
  y: Scale;
  yTicks: number[];
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function geometryOf(data: ChartData, width: number): Geometry {
  const [min, max] = extent(data.lines.map(line => line.points)) ?? [0, 1];
  // Rates, sizes and shares are read against zero.
  const yTicks = axisTicks(
    [Math.min(0, min), Math.max(max, data.limit ?? max)],
    data.unit,
    3,
  );
  const right = Math.max(LEFT + 1, width - RIGHT);
  const bottom = HEIGHT - BOTTOM;
  return {
    x: linearScale(data.range, [LEFT, right]),
    y: linearScale([yTicks[0], yTicks[yTicks.length - 1]], [bottom, TOP]),
    yTicks,
    left: LEFT,
    right,
    top: TOP,
    bottom,
  };
}
