import { join } from 'node:path';
import { repositoryRoot } from '../directories';
import type { Command } from '../processes/spawnGuarded';

/** Runs the portal's backend, or another entry of its package, from its sources as Backstage's command line does, but never starts it anew when one is changed. */
export function unwatchedBackend(
  env: NodeJS.ProcessEnv,
  entry = 'src/index',
): Command {
  return {
    file: process.execPath,
    args: [
      '--enable-source-maps',
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs', {
        paths: [join(repositoryRoot, 'node_modules/@backstage/cli')],
      }),
      entry,
    ],
    cwd: join(repositoryRoot, 'packages/backend'),
    env,
  };
}
