import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onPath } from './onPath';

// Debian keeps every version apart, and none of its servers on PATH.
const DEBIAN = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs: PATH, else Debian's newest; undefined where there is no server. */
export function findPostgresPrograms(): string | undefined {
  const initdb = onPath('initdb');
  // A link to one of them does not bring the others with it.
  if (initdb) return dirname(realpathSync(initdb));
  if (!existsSync(DEBIAN)) return undefined;
  return readdirSync(DEBIAN)
    .sort((a, b) => Number(b) - Number(a))
    .map(version => join(DEBIAN, version, 'bin'))
    .find(folder => existsSync(join(folder, 'initdb')));
}
