/**
 * Finds the few records that make a whole batch unacceptable.
 *
 * Halves what was refused until single records are left, so that one bad
 * record among thousands costs a handful of requests and everything else is
 * accepted.
 *
 * @param items - what was refused together
 * @param send - tries some of them again; answers whether they were accepted
 * @returns the single records that were refused, in order
 */
export async function bisect<T>(
  items: readonly T[],
  send: (items: readonly T[]) => Promise<boolean>,
): Promise<T[]> {
  if (items.length <= 1) {
    return [...items];
  }
  const middle = items.length >> 1;
  const refused: T[] = [];
  for (const half of [items.slice(0, middle), items.slice(middle)]) {
    if (!(await send(half))) {
      refused.push(...(await bisect(half, send)));
    }
  }
  return refused;
}
