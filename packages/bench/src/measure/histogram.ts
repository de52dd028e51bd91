/** Observations at or below each bound, by bound; the last bound is Infinity. */
export type Histogram = readonly (readonly [bound: number, count: number])[];

/** Reads one histogram without labels of its own from Prometheus' text format. */
export function histogramOf(page: string, name: string): Histogram {
  const lines = page.matchAll(
    new RegExp(`^${name}_bucket\\{.*?le="([^"]+)".*\\} (\\S+)$`, 'gm'),
  );
  return [...lines].map(([, bound, count]) => [
    bound === '+Inf' ? Infinity : Number(bound),
    Number(count),
  ]);
}

/** What was observed between two readings of a histogram. */
export function between(before: Histogram, after: Histogram): Histogram {
  return after.map(([bound, count], i) => [
    bound,
    count - (before[i]?.[1] ?? 0),
  ]);
}

/** The smallest bound that so great a share of the observations is at or below; NaN without any. */
export function boundOf(histogram: Histogram, share: number): number {
  const total = histogram.at(-1)?.[1] ?? 0;
  if (total === 0) return NaN;
  return histogram.find(([, count]) => count >= share * total)![0];
}
