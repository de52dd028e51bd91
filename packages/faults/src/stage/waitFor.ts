/**
 * Asks again until the answer is neither undefined nor false.
 *
 * @throws Error that names what was waited for
 */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  withinMs = 60_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  let problem = '';
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      problem = ` (${(error as Error).message})`;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${withinMs / 1000} s for ${what}${problem}`);
    }
    await pause(100);
  }
}

/** Waits. */
export function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
