import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Component } from '../component';
import { freePort } from '../ports';
import { Problem } from '../problem';
import { ProcessComponent } from '../processes/processComponent';
import { lastLine, run } from '../processes/run';
import { withoutRoot } from '../processes/withoutRoot';
import { findPostgresPrograms } from '../programs/postgresPrograms';
import { ensureDatabase } from './ensureDatabase';

/** How a PostgreSQL is to be set up. */
export interface PostgresOptions {
  /** Holds the data and, unless told otherwise, the log; state survives a restart. */
  dir: string;
  logDir?: string;
  /** The superuser. */
  user: string;
  password: string;
  /** Made once it answers, where it is not there yet. */
  database?: string;
  /** A free port where none is given. */
  port?: number;
}

/** A PostgreSQL on loopback. */
export type Postgres = Component & {
  /** How its clients find it, and who they are: `PGHOST` and the like. */
  readonly env: Record<'PGHOST' | 'PGPORT' | 'PGUSER' | 'PGPASSWORD', string>;
  /** The connection string of the database `postgres`. */
  readonly url: string;
  readonly port: number;
};

/** Prepares a PostgreSQL, bound to loopback, that asks everybody for the password. */
export async function createPostgres(
  options: PostgresOptions,
): Promise<Postgres> {
  const programs = findPostgresPrograms();
  if (!programs) {
    throw new Problem(
      'There is no PostgreSQL on this machine: install it (Debian: apt-get install postgresql; macOS: brew install postgresql).',
    );
  }
  const { user, password } = options;
  const port = options.port ?? (await freePort());
  const env = {
    PGHOST: '127.0.0.1',
    PGPORT: String(port),
    PGUSER: user,
    PGPASSWORD: password,
  };
  const dir = join(options.dir, 'postgres');
  const data = join(dir, 'data');
  const program = (name: string, ...args: string[]) =>
    withoutRoot('PostgreSQL', {
      file: join(programs, name),
      args,
      cwd: dir,
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    });
  const component = new ProcessComponent({
    name: 'postgres',
    title: 'PostgreSQL',
    address: `127.0.0.1:${port}`,
    port,
    logFile: join(options.logDir ?? options.dir, 'postgres.log'),
    async command() {
      await mkdir(dir, { recursive: true });
      if (!existsSync(data)) {
        const secret = join(dir, 'password');
        await writeFile(secret, password, { mode: 0o600 });
        await chmod(dir, 0o755);
        const { code, output } = await run(
          program(
            'initdb',
            `--pgdata=${data}`,
            `--username=${user}`,
            `--pwfile=${secret}`,
            '--auth=scram-sha-256',
            '--encoding=UTF8',
            '--no-sync',
          ),
        );
        if (code !== 0) {
          throw new Problem(
            `PostgreSQL could not be set up: ${lastLine(output)}`,
          );
        }
      }
      // -F: what development and tests write need not outlive the machine.
      return program(
        'postgres',
        ...['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', '', '-F'],
      );
    },
    isReady: async () => {
      const file = join(programs, 'pg_isready');
      const answer = await run({
        file,
        args: ['-t', '3'],
        env: { ...process.env, ...env },
      });
      return answer.code === 0;
    },
    settle: async () => {
      if (options.database) await ensureDatabase(port, options);
    },
    readyWithinMs: 60_000,
    // The fast shutdown: the polite one waits for clients to leave, and pools of connections never do.
    stopSignal: 'SIGINT',
    stopWithinMs: 30_000,
  });
  return Object.assign(component, {
    env,
    port,
    url: `postgres://${user}:${password}@127.0.0.1:${port}/postgres`,
  });
}
