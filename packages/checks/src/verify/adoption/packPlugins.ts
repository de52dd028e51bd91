import { join } from 'node:path';
import { onPath, Problem, repositoryRoot } from '@gomon/dev-stack';
import { finish } from './programs';

/** In the order in which they need each other. */
const PLUGINS = ['gomon-common', 'gomon-node', 'gomon-backend', 'gomon'];

/**
 * Builds and packs the plugins as a release does.
 *
 * @returns the archives
 */
export async function packPlugins(folder: string): Promise<string[]> {
  const root = repositoryRoot;
  const yarn = onPath('yarn');
  if (!yarn) throw new Problem('There is no yarn on PATH to pack with.');
  const bin = (name: string) => join(root, 'node_modules', name);
  await finish('The type declarations', [bin('typescript/bin/tsc')], {
    cwd: root,
  });
  const archives: string[] = [];
  for (const plugin of PLUGINS) {
    const cwd = join(root, 'plugins', plugin);
    const archive = join(folder, `${plugin}.tgz`);
    const cli = bin('@backstage/cli/bin/backstage-cli');
    await finish(`The build of ${plugin}`, [cli, 'package', 'build'], { cwd });
    await finish(`Packing ${plugin}`, [yarn, 'pack', '--out', archive], {
      cwd,
    });
    archives.push(archive);
  }
  return archives;
}
