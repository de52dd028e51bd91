/** Maps values of a domain onto a range of pixels. */
export interface Scale {
  (value: number): number;
  invert(pixel: number): number;
}

export function linearScale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): Scale {
  // A domain without extent is drawn in the middle.
  const span = to - from || 1;
  const offset = to === from ? (end - start) / 2 : 0;
  const scale = (value: number) =>
    start + offset + ((value - from) / span) * (end - start);
  scale.invert = (pixel: number) =>
    from + ((pixel - start - offset) / (end - start || 1)) * span;
  return scale;
}

/** Round numbers, at least `smallest` apart, that divide a domain into about `count` parts, and the rounded domain that they span. */
export function niceTicks(
  min: number,
  max: number,
  count: number,
  smallest = 0,
): number[] {
  const span = max - min || Math.abs(max) || 1;
  const rough = Math.max(smallest, span / Math.max(1, count));
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 2.5, 5, 10].map(factor => factor * power).find(s => s >= rough) ??
    rough;
  const first = Math.floor(min / step);
  const last = Math.ceil((min + span) / step);
  const ticks: number[] = [];
  for (let index = first; index <= last; index += 1) {
    // 3 * 0.1 is not 0.3: cut what is below a thousandth of a step.
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return ticks;
}
