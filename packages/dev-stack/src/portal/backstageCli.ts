import { join } from 'node:path';
import { repositoryRoot } from '../directories';
import type { Command } from '../processes/spawnGuarded';

/** Runs Backstage's command line in one package of the portal. */
export function backstageCli(
  packageName: 'app' | 'backend',
  args: string[],
  env: NodeJS.ProcessEnv,
): Command {
  const cli = join(
    repositoryRoot,
    'node_modules/@backstage/cli/bin/backstage-cli',
  );
  return {
    file: process.execPath,
    args: [cli, 'package', ...args],
    cwd: join(repositoryRoot, 'packages', packageName),
    env,
  };
}
