import { setImmediate } from 'node:timers/promises';

/** The longest that the engine computes on end, in milliseconds. Requests are answered by the same thread, in several turns each. */
const SLICE_MS = 4;

let sliceEndsAt = 0;
let lastTurn: Promise<void> = Promise.resolve();

/**
 * Resolves when the next piece of a long computation may begin: at once within a slice, and after it when the event loop has
 * served whoever else waits. Pieces of several callers follow one another.
 */
export function nextTurn(): Promise<void> {
  lastTurn = lastTurn.then(async () => {
    if (performance.now() < sliceEndsAt) return;
    await setImmediate();
    sliceEndsAt = performance.now() + SLICE_MS;
  });
  return lastTurn;
}

/** Maps many entries, piece by piece, and lets requests be answered in between. */
export async function inSlices<T, R>(
  entries: Iterable<T>,
  work: (entry: T) => R,
): Promise<R[]> {
  const results: R[] = [];
  await nextTurn();
  for (const entry of entries) {
    results.push(work(entry));
    if (performance.now() >= sliceEndsAt) await nextTurn();
  }
  return results;
}
