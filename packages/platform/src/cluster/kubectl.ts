import { onPath, Problem, run } from '@gomon/dev-stack';

/**
 * Asks the cluster of kubectl's current context.
 *
 * @throws Problem with kubectl's own words
 */
export async function kubectl(...args: string[]): Promise<string> {
  const file = onPath('kubectl');
  if (!file) {
    throw new Problem('kubectl is not on PATH: install it and try again.');
  }
  const { code, output } = await run({ file, args });
  if (code !== 0) {
    throw new Problem(
      `kubectl ${args.slice(0, 4).join(' ')}: ${output.trim()}`,
    );
  }
  return output;
}
