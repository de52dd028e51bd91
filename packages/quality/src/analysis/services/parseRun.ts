import type { ProcessCov } from '@bcoe/v8-coverage';

/**
 * Of what Node wrote at the end of a process, the part about services' bundles: Node's own modules are in it, too.
 *
 * @returns undefined for one that was killed while it wrote
 */
export function parseRun(text: string): ProcessCov | undefined {
  try {
    const { result }: ProcessCov = JSON.parse(text);
    return {
      result: result.filter(({ url }) =>
        url.endsWith('/dist/coverage/main.cjs'),
      ),
    };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
