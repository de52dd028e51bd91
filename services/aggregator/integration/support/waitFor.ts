/**
 * Asks again until the answer is no longer undefined or false.
 *
 * @throws Error that names what was waited for
 */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  withinMs = 30_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  let problem = '';
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer as T;
    } catch (error) {
      problem = ` (${(error as Error).message})`;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`waited ${withinMs} ms for ${what}${problem}`);
}
