import { inSlices, nextTurn } from './slices';

/** Computes on end for some milliseconds. */
function compute(ms: number): void {
  const endsAt = performance.now() + ms;
  while (performance.now() < endsAt);
}

/** Counts how often others get their turn from now on, until its answer is called for the number. */
function countTurns(): () => number {
  let turns = 0;
  let next = setImmediate(function take() {
    turns += 1;
    next = setImmediate(take);
  });
  return () => {
    clearImmediate(next);
    return turns;
  };
}

describe('a long computation in slices', () => {
  it('lets others in between, and keeps the order', async () => {
    const endCount = countTurns();
    const entries = Array.from({ length: 50 }, (_, index) => index);
    const results = await inSlices(entries, entry => {
      compute(3);
      return entry * 2;
    });
    const others = endCount();
    expect(results).toEqual(entries.map(entry => entry * 2));
    // 150 ms in slices of 4 ms; however slow the machine is, each slice ends within an entry.
    expect(others).toBeGreaterThan(10);
  });

  it('lets others in between the pieces of several callers', async () => {
    const endCount = countTurns();
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        await nextTurn();
        compute(3);
      }),
    );
    const others = endCount();
    expect(others).toBeGreaterThan(10);
  });

  it('passes on what an entry throws', async () => {
    const failing = inSlices([1], () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await inSlices([1], String)).toEqual(['1']);
  });
});
