import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** When the newest of these files, or of the files in these folders, was changed. */
export async function newestChange(paths: string[]): Promise<number> {
  const times = await Promise.all(paths.map(newestOf));
  return Math.max(0, ...times);
}

async function newestOf(path: string): Promise<number> {
  if (!existsSync(path)) {
    return 0;
  }
  const about = await stat(path);
  if (!about.isDirectory()) {
    return about.mtimeMs;
  }
  const entries = await readdir(path);
  return newestChange(entries.map(entry => join(path, entry)));
}
