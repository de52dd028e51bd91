import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../directories';
import { newestChange } from '../newestChange';
import { Problem } from '../problem';
import { lastLine, run } from '../processes/run';

interface Manifest {
  name: string;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
}

const BUNDLE = 'dist/main.cjs';
const COVERAGE_BUNDLE = 'dist/coverage/main.cjs';

/**
 * The service's bundle, made anew by the package's own `build` script when one
 * of its sources, or of the workspace packages it uses, is newer.
 *
 * @returns the path of `dist/main.cjs`
 */
export function bundle(name: string): Promise<string> {
  return upToDate(name, BUNDLE);
}

/**
 * The same program with one statement for each of the sources': in the one that is shipped, esbuild draws several into one,
 * and the lines of all but the first could not be counted.
 *
 * @returns the path of `dist/coverage/main.cjs`
 */
export function coverageBundle(name: string): Promise<string> {
  return upToDate(name, COVERAGE_BUNDLE, [
    '--minify-syntax=false',
    `--outfile=${COVERAGE_BUNDLE}`,
  ]);
}

async function upToDate(
  name: string,
  target: string,
  flags: string[] = [],
): Promise<string> {
  const home = join(repositoryRoot, 'services', name);
  const file = join(home, target);
  const manifest = await readManifest(home);
  const built = existsSync(file) ? (await stat(file)).mtimeMs : 0;
  if ((await newestSource(home, manifest)) > built) {
    const script = manifest.scripts?.build ?? 'exit 1';
    const { code, output } = await run({
      file: '/bin/sh',
      args: ['-c', [script, ...flags].join(' ')],
      cwd: home,
      env: {
        ...process.env,
        PATH: [
          join(home, 'node_modules', '.bin'),
          join(repositoryRoot, 'node_modules', '.bin'),
          process.env.PATH,
        ].join(':'),
      },
    });
    if (code !== 0 || !existsSync(file)) {
      throw new Problem(
        `${manifest.name} could not be built (${lastLine(
          output,
        )}): run \`yarn workspace ${
          manifest.name
        } build\` and mend what it says.`,
      );
    }
  }
  return file;
}

async function readManifest(home: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
}

function newestSource(home: string, manifest: Manifest): Promise<number> {
  const packages = join(repositoryRoot, 'packages');
  const used = Object.entries(manifest.dependencies ?? {})
    .filter(([, range]) => range.startsWith('workspace:'))
    .map(([name]) => join(packages, name.replace(/^@gomon\//, '')));
  return newestChange(
    [home, ...used].flatMap(folder => [
      join(folder, 'package.json'),
      join(folder, 'src'),
    ]),
  );
}
