import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import {
  createPostgres,
  createVictoriaMetrics,
  findPostgresPrograms,
  type Postgres,
  repositoryRoot,
  type VictoriaMetrics,
} from '@gomon/dev-stack';

const exec = promisify(execFile);

/** The commands of the operations page that contain these words, as an operator types them. */
function commandsWith(words: string): string {
  const page = readFileSync(join(repositoryRoot, 'docs/operations.md'), 'utf8');
  const found = [...page.matchAll(/```sh\n([^]*?)```/g)]
    .flatMap(([, block]) => block.split('\n'))
    .filter(line => line.includes(words));
  if (found.length === 0) throw new Error(`No command has ${words}`);
  return found.join('\n');
}

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gomon-backup-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const type = async (script: string, env: NodeJS.ProcessEnv = {}) =>
  (
    await exec('bash', ['-ec', script], {
      cwd: dir,
      env: { ...process.env, ...env },
    })
  ).stdout.trim();

describe('a backup of the samples', () => {
  const servers: VictoriaMetrics[] = [];
  const start = async (name: string) => {
    await mkdir(join(dir, name));
    const server = await createVictoriaMetrics({ dir: join(dir, name) });
    servers.push(server);
    await server.start();
    return server;
  };
  const commandFor = (words: string, { url }: VictoriaMetrics) =>
    commandsWith(words).replace('http://127.0.0.1:8428', url);
  const stored = async ({ url }: VictoriaMetrics) => {
    await fetch(`${url}/internal/force_flush`);
    const query = encodeURIComponent('{__name__!=""}');
    return (await fetch(`${url}/api/v1/export?match[]=${query}`)).text();
  };
  afterEach(() => Promise.all(servers.splice(0).map(own => own.kill())));

  it('brings every sample back into an empty database, and twice does no harm', async () => {
    const before = await start('before');
    const metric = {
      __name__: 'cpu_usage_percent',
      instance: 'a',
      job: 'gomon',
    };
    const now = Math.floor(Date.now() / 1000) * 1000;
    const timestamps = Array.from(
      { length: 100 },
      (_, n) => now - n * 5_000,
    ).reverse();
    const values = timestamps.map((_, n) => n / 3);
    await fetch(`${before.url}/api/v1/import`, {
      method: 'POST',
      body: `${JSON.stringify({ metric, values, timestamps })}\n`,
    });
    const whole = JSON.parse(await stored(before));
    expect(whole.values).toHaveLength(100);
    // A value is kept as a decimal number, and may lose its last digit on its way.
    const comesBack = {
      ...whole,
      values: whole.values.map((own: number) => expect.closeTo(own, 9)),
    };
    await type(commandFor('export/native', before));
    await before.kill();

    const after = await start('after');
    expect(await stored(after)).toBe('');
    await type(commandFor('import/native', after));
    expect(JSON.parse(await stored(after))).toEqual(comesBack);
    await type(commandFor('import/native', after));
    expect(JSON.parse(await stored(after))).toEqual(comesBack);
  });
});

const programs = findPostgresPrograms();
const withPostgres = programs ? describe : describe.skip;

withPostgres('a backup of a database', () => {
  let server: Postgres;
  let env: NodeJS.ProcessEnv;

  /** Where there is no cluster, kubectl only hands on what is to be run in the pod. */
  const prepare = async (superuser: string) => {
    server = await createPostgres({ dir, user: superuser, password: 'p' });
    await server.start();
    const bin = join(dir, 'bin');
    await mkdir(bin);
    await writeFile(
      join(bin, 'kubectl'),
      '#!/bin/bash\nif [ "$1" = scale ]; then exit; fi\nwhile [ "$1" != -- ]; do shift; done; shift; exec "$@"\n',
    );
    await chmod(join(bin, 'kubectl'), 0o755);
    env = {
      ...server.env,
      PATH: [bin, programs, process.env.PATH].join(delimiter),
    };
  };
  afterEach(() => server.kill());

  it('of SonarQube comes back as it was', async () => {
    await prepare('sonarqube');
    const sql = (text: string) =>
      type(`psql -U sonarqube -d sonarqube -qtAc "${text}"`, env);
    await type('createdb -U sonarqube sonarqube', env);
    await sql('create table issues (id int primary key, rule text)');
    await sql("insert into issues values (1, 'S100'), (2, 'S101')");
    await type(commandsWith('pg_dump '), env);
    await sql('delete from issues where id = 1; create table later (id int)');
    await type(commandsWith('pg_restore'), env);
    expect(await sql('select id, rule from issues order by id')).toBe(
      '1|S100\n2|S101',
    );
  });

  it('of the portal comes back, all of its databases', async () => {
    await prepare('portal');
    const sql = (text: string) =>
      type(`psql -U portal -d backstage_plugin_gomon -qtAc "${text}"`, env);
    await type('createdb -U portal backstage_plugin_gomon', env);
    await sql('create table events (id int); insert into events values (7)');
    await type(commandsWith('pg_dumpall'), env);
    await type('dropdb -U portal backstage_plugin_gomon', env);
    await type(commandsWith('portal.sql').split('\n').pop()!, env);
    expect(await sql('select id from events')).toBe('7');
  });
});
