import { readFileSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import dockerignore from '@balena/dockerignore';

/** Tells of a path whether a build may see it: everything but what `.dockerignore` at the root leaves out. */
export function contextOf(root: string): (path: string) => boolean {
  const ignored = dockerignore().add(
    readFileSync(join(root, '.dockerignore'), 'utf8'),
  );
  return path => !ignored.ignores(relative(root, path));
}

/** Copies what a build may see. */
export async function copyContext(root: string, to: string): Promise<void> {
  const isSeen = contextOf(root);
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
