import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until the answer is true or the time is over. A look that
 * throws counts as "not yet".
 *
 * @returns whether the answer came in time
 */
export async function waitUntil(
  look: () => Promise<boolean> | boolean,
  options: { withinMs: number; everyMs?: number; until?: () => boolean },
): Promise<boolean> {
  const { withinMs, everyMs = 200, until = () => false } = options;
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      if (await look()) {
        return true;
      }
    } catch {
      // Not yet: the next look may succeed.
    }
    if (until() || performance.now() >= end) {
      return false;
    }
    await sleep(everyMs);
  }
}
