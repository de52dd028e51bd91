import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onPath } from '@gomon/dev-stack';

const exec = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';
// The system's user without rights of its own: PostgreSQL does not run as root.
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** Folder of PostgreSQL's programs; undefined where there are none, or no way to run them as somebody else than root. */
export const postgresPrograms = findPrograms();

function findPrograms(): string | undefined {
  if (isRoot && !onPath('setpriv')) return undefined;
  const initdb = onPath('initdb');
  if (initdb) return join(initdb, '..');
  if (!existsSync(DEBIAN)) return undefined;
  return readdirSync(DEBIAN)
    .map(version => join(DEBIAN, version, 'bin'))
    .find(folder => existsSync(join(folder, 'initdb')));
}

/** A real PostgreSQL with the superuser that the image of the manifest makes. */
export interface Postgres {
  /** How its clients find it. */
  env: { PGHOST: string };
  stop(): Promise<void>;
}

/** Starts a server that listens on a socket alone, as whoever execs into its pod reaches it. */
export async function startPostgres(superuser: string): Promise<Postgres> {
  const dir = await mkdtemp(join(tmpdir(), 'gomon-pg-'));
  await chmod(dir, 0o755);
  const data = join(dir, 'data');
  await mkdir(data);
  if (isRoot) {
    await chown(dir, NOBODY, NOBODY);
    await chown(data, NOBODY, NOBODY);
  }
  const asNobody = (program: string, ...args: string[]) => {
    const file = join(postgresPrograms!, program);
    const options = { cwd: dir };
    if (!isRoot) return exec(file, args, options);
    const drop = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
    return exec('setpriv', [...drop, '--', file, ...args], options);
  };
  await asNobody('initdb', '-D', data, '-U', superuser, '-A', 'trust', '-N');
  const settings = `-c listen_addresses= -c unix_socket_directories=${dir} -c fsync=off`;
  const log = join(dir, 'log');
  await asNobody(
    'pg_ctl',
    '-D',
    data,
    '-l',
    log,
    '-o',
    settings,
    '-w',
    'start',
  );
  return {
    env: { PGHOST: dir },
    async stop() {
      await asNobody('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      await rm(dir, { recursive: true, force: true });
    },
  };
}
