import { join } from 'node:path';
import { repositoryRoot, spawnGuarded } from '@gomon/dev-stack';

/**
 * Runs an installed Node program of the repository to its end, on screen. It
 * cannot outlive this process, nor can anything that it starts.
 *
 * @returns its exit code
 */
export async function runOnScreen(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  const child = spawnGuarded({
    file: process.execPath,
    args: [join(repositoryRoot, 'node_modules', script), ...args],
    cwd: repositoryRoot,
    env: { ...process.env, FORCE_COLOR: process.env.FORCE_COLOR, ...env },
  });
  child.stdout.pipe(process.stdout, { end: false });
  child.stderr.pipe(process.stdout, { end: false });
  const { code } = await child.exited;
  return code ?? 1;
}
