import { freePort } from '@gomon/dev-stack';
import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';
/** Anybody but root, as whom PostgreSQL refuses to run: the user `nobody`. */
const NOBODY = 65534;

/** The folder of the programs of PostgreSQL, where it is installed. */
export function findPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  return [
    ...versions.sort((a, b) => Number(b) - Number(a)),
    // Installed in another way.
  ]
    .map(version => join(DEBIAN, version, 'bin'))
    .concat((process.env.PATH ?? '').split(':'))
    .find(folder =>
      ['initdb', 'postgres'].every(name => existsSync(join(folder, name))),
    );
}

/** A PostgreSQL of its own. */
export interface Postgres {
  readonly connection: string;
  stop(): Promise<void>;
}

/** Starts one with an empty database in a folder that nobody else uses. */
export async function startPostgres(
  programs: string,
  dir: string,
): Promise<Postgres> {
  const user =
    process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : undefined;
  if (user) chownSync(dir, user.uid, user.gid);
  const data = join(dir, 'data');
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'gomon', '-A', 'trust', '--no-sync', '-E', 'UTF8'],
    { ...user, stdio: 'ignore', cwd: dir },
  );
  const port = await freePort();
  const server = spawn(
    join(programs, 'postgres'),
    // -F: what a test writes need not outlive the machine.
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', dir, '-F'],
    { ...user, cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await ready(server);
  return {
    connection: `postgres://gomon@127.0.0.1:${port}/postgres`,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
    },
  };
}

async function ready(server: ChildProcess): Promise<void> {
  let words = '';
  for await (const piece of server.stderr!.setEncoding('utf8')) {
    words += piece;
    if (words.includes('ready to accept connections')) {
      server.stderr!.resume();
      return;
    }
  }
  throw new Error(`PostgreSQL did not start: ${words}`);
}
