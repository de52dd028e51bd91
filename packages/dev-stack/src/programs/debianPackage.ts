import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLine, run } from '../processes/run';
import { installOnce } from './installOnce';
import { onPath } from './onPath';

/** True where Debian's packages can be fetched and unpacked without being root. */
export function hasDebianPackages(): boolean {
  return Boolean(onPath('apt-get') && onPath('dpkg-deb'));
}

/**
 * Unpacks a Debian package below `.gomon/programs`: no root, nothing installed,
 * no service started.
 *
 * @returns the folder that stands for `/`
 * @throws Error with the package manager's own last words
 */
export function unpackDebianPackage(name: string): Promise<string> {
  return installOnce(name, async draft => {
    // The package is fetched as the user who runs this, also where that is root.
    const own = ['-o', 'APT::Sandbox::User=root'];
    let fetched = await aptGet([...own, 'download', name], draft);
    if (fetched.code !== 0) {
      // No package lists on this machine, or too old ones: fetch our own.
      const lists = [...own, ...(await privateLists(draft))];
      await aptGet([...lists, 'update'], draft);
      fetched = await aptGet([...lists, 'download', name], draft);
    }
    const file = (await readdir(draft)).find(entry => entry.endsWith('.deb'));
    if (fetched.code !== 0 || !file) {
      throw new Error(lastLine(fetched.output));
    }
    const unpacked = await run({
      file: 'dpkg-deb',
      args: ['-x', file, '.'],
      cwd: draft,
    });
    if (unpacked.code !== 0) {
      throw new Error(lastLine(unpacked.output));
    }
    await rm(join(draft, file));
    await rm(join(draft, 'apt'), { recursive: true, force: true });
  });
}

async function privateLists(folder: string): Promise<string[]> {
  const lists = join(folder, 'apt', 'lists');
  const cache = join(folder, 'apt', 'cache');
  await mkdir(join(lists, 'partial'), { recursive: true });
  await mkdir(join(cache, 'archives', 'partial'), { recursive: true });
  return ['-o', `Dir::State::Lists=${lists}`, '-o', `Dir::Cache=${cache}`];
}

function aptGet(args: string[], cwd: string) {
  return run({ file: 'apt-get', args: ['-q', ...args], cwd });
}
