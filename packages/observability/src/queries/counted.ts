/**
 * What a counter counted within a window, by series. One with a label such as `reason` comes into being with its first
 * count; `increase` does not see that count in Prometheus, and in VictoriaMetrics only while it is small. So a series
 * that was not there before the window counts as a whole. A day: nor was one new that could not be read for a while.
 *
 * @param series - name and selector
 */
export function countedWithin(series: string, window: string): string {
  const isNew = `${series} unless last_over_time(${series}[1d] offset ${window})`;
  return `(${isNew}) or increase(${series}[${window}])`;
}
