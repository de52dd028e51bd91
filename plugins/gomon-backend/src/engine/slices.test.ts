import { inSlices, nextTurn } from './slices';

/** Computes on end for some milliseconds. */
function compute(ms: number): void {
  const endsAt = performance.now() + ms;
  while (performance.now() < endsAt);
}

describe('a long computation in slices', () => {
  it('lets others in between, and keeps the order', async () => {
    let others = 0;
    let over = false;
    const other = () => {
      others += 1;
      if (!over) setImmediate(other);
    };
    setImmediate(other);
    const entries = Array.from({ length: 50 }, (_, index) => index);
    const results = await inSlices(entries, entry => {
      compute(3);
      return entry * 2;
    });
    over = true;
    expect(results).toEqual(entries.map(entry => entry * 2));
    // 150 ms in slices of 4 ms; however slow the machine is, each slice ends within an entry.
    expect(others).toBeGreaterThan(10);
  });

  it('lets others in between the pieces of several callers', async () => {
    let others = 0;
    let over = false;
    const other = () => {
      others += 1;
      if (!over) setImmediate(other);
    };
    setImmediate(other);
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        await nextTurn();
        compute(3);
      }),
    );
    over = true;
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
