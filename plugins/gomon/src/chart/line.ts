import { Scale } from './scale';

/** A value at a time; null where none was observed. */
export type Point = readonly [atMs: number, value: number | null];

/** An SVG path through points. It breaks where values are missing: a gap is not a straight line. */
export function linePath(points: readonly Point[], x: Scale, y: Scale) {
  let path = '';
  let isDrawing = false;
  points.forEach(([at, value], index) => {
    if (value === null) {
      isDrawing = false;
      return;
    }
    const place = `${round(x(at))} ${round(y(value))}`;
    if (isDrawing) {
      path += `L${place}`;
    } else {
      // A point alone between gaps would be invisible without a length.
      const isAlone = (points[index + 1]?.[1] ?? null) === null;
      path += isAlone ? `M${place}h0.01` : `M${place}`;
    }
    isDrawing = true;
  });
  return path;
}

/** A tenth of a pixel is less than anyone sees. */
function round(pixel: number) {
  return Math.round(pixel * 10) / 10;
}

/** The point nearest to a time, by halving; undefined where there are none. */
export function nearestPoint(points: readonly Point[], atMs: number) {
  let low = 0;
  let high = points.length - 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (points[middle][0] < atMs) low = middle;
    else high = middle;
  }
  const candidates = [points[low], points[high]].filter(Boolean);
  return candidates.sort(
    (a, b) => Math.abs(a[0] - atMs) - Math.abs(b[0] - atMs),
  )[0];
}

/** The last point with a value; undefined where none has one. */
export function newestPoint(points: readonly Point[]) {
  return points.findLast(([, value]) => value !== null);
}

/** Smallest and largest value of several lines; undefined where none has one. */
export function extent(
  lines: readonly (readonly Point[])[],
): [number, number] | undefined {
  let min = Infinity;
  let max = -Infinity;
  for (const line of lines) {
    for (const [, value] of line) {
      if (value === null) continue;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  return min > max ? undefined : [min, max];
}
