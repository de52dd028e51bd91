import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLine, Problem, run } from '@gomon/dev-stack';

export const VERDACCIO_VERSION = '6.10.4';
export const CREATE_APP_VERSION = '0.9.2';

/** Runs a program to its end. @throws Problem with its last words when it fails. */
export async function finish(
  what: string,
  args: string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<string> {
  const { code, output } = await run({
    file: process.execPath,
    args,
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
  });
  if (code !== 0) throw new Problem(`${what} failed: ${lastLine(output)}`);
  return output;
}

/** Installs the registry and Backstage's own `create-app` into a folder of their own. */
export async function installPrograms(folder: string): Promise<void> {
  const manifest = {
    private: true,
    dependencies: {
      '@backstage/create-app': CREATE_APP_VERSION,
      verdaccio: VERDACCIO_VERSION,
    },
    // verdaccio asks for it by a tag, which not every mirror of the registry serves.
    overrides: { 'node-fetch': '2.6.7' },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const { code, output } = await run({
    file: 'npm',
    args: ['install', '--no-audit', '--no-fund', '--prefer-offline'],
    cwd: folder,
    env: process.env,
  });
  if (code !== 0) {
    throw new Problem(`npm install failed: ${lastLine(output)}`);
  }
}
