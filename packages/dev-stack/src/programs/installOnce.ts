import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { programsDir } from '../directories';

/**
 * Fills a folder of `.gomon/programs` once. The work is done in a folder beside
 * it that is renamed at the end, so an interrupted download is never taken for a
 * whole one, and two stacks may install at the same time.
 */
export async function installOnce(
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const target = join(programsDir(), name);
  if (existsSync(target)) {
    return target;
  }
  await mkdir(dirname(target), { recursive: true });
  const draft = await mkdtemp(`${target}.`);
  try {
    await fill(draft);
    await rename(draft, target).catch(error => {
      if (!existsSync(target)) {
        throw error;
      }
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return target;
}
