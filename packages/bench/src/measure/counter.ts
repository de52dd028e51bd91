/** The sum of a counter over all its labels, in Prometheus' text format; 0 where it is not on the page. */
export function counterOf(page: string, name: string): number {
  const lines = page.matchAll(
    new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'gm'),
  );
  return [...lines].reduce((sum, [, value]) => sum + Number(value), 0);
}
