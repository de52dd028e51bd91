import { readFileSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import dockerignore from '@balena/dockerignore';

/** Copies what a build may see: everything but what `.dockerignore` at the root leaves out. */
export async function copyContext(root: string, to: string): Promise<void> {
  const ignored = dockerignore().add(
    readFileSync(join(root, '.dockerignore'), 'utf8'),
  );
  const isSeen = (path: string) => !ignored.ignores(relative(root, path));
  await mkdir(to, { recursive: true });
  // One by one: `to` may lie in a folder of the root that is left out.
  for (const name of await readdir(root)) {
    const from = join(root, name);
    if (isSeen(from)) {
      await cp(from, join(to, name), {
        recursive: true,
        verbatimSymlinks: true,
        filter: isSeen,
      });
    }
  }
}
