/**
 * Compares two texts for `sort` by their code units: the order is the same on every machine, whatever its language. For what
 * programs compare; people want `localeCompare`.
 */
export function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
