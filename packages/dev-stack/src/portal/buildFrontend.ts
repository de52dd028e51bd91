import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../directories';
import { newestChange } from '../newestChange';
import { Problem } from '../problem';
import { lastLine, run } from '../processes/run';
import { backstageCli } from './backstageCli';

const SOURCES = [
  'packages/app/package.json',
  'packages/app/src',
  'packages/app/public',
  'plugins/gomon/package.json',
  'plugins/gomon/src',
  'plugins/gomon-common/src',
  'app-config.yaml',
  'yarn.lock',
];

/** Builds the frontend that the backend serves, when a source of it is newer. */
export async function buildFrontend(env: NodeJS.ProcessEnv): Promise<void> {
  const built = join(repositoryRoot, 'packages/app/dist/index.html');
  const sources = SOURCES.map(source => join(repositoryRoot, source));
  if (
    existsSync(built) &&
    (await stat(built)).mtimeMs > (await newestChange(sources))
  ) {
    return;
  }
  const build = backstageCli('app', ['build'], {
    ...env,
    NODE_ENV: 'production',
  });
  const { code, output } = await run(build);
  if (code !== 0) {
    throw new Problem(
      `The portal's frontend could not be built (${lastLine(
        output,
      )}): run \`yarn workspace app build\` and mend what it says.`,
    );
  }
}
