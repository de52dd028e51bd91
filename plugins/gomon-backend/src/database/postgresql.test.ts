import { mockServices } from '@backstage/backend-test-utils';
import {
  createPostgres,
  findPostgresPrograms,
  Postgres,
} from '@gomon/dev-stack';
import knexFactory, { Knex } from 'knex';
import { mkdtemp, rm } from 'node:fs/promises';
import { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import request from 'supertest';
import { startBackend } from '../__testUtils__/startGomon';
import { Lease } from './Lease';

const programs = findPostgresPrograms();
const migrations = {
  directory: resolve(__dirname, '../../migrations'),
};

let dir: string;
let postgres: Postgres;
let databases = 0;
const open: Knex[] = [];

const connect = (connection: string) => {
  const knex = knexFactory({ client: 'pg', connection });
  open.push(knex);
  return knex;
};

/** A database of its own in the server. */
async function createDatabase(): Promise<Knex> {
  const name = `test_${++databases}`;
  const root = connect(postgres.url);
  await root.raw('CREATE DATABASE ??', [name]);
  return connect(postgres.url.replace(/postgres$/, name));
}

const backends: { stop(): Promise<void> }[] = [];

/** Starts the plugin on a database, or on SQLite. */
async function startGomon(knex?: Knex): Promise<Server> {
  const backend = await startBackend({
    features: knex
      ? [mockServices.database.mock({ getClient: async () => knex }).factory]
      : [],
  });
  backends.push(backend);
  return backend.server;
}

beforeAll(async () => {
  if (!programs) return;
  dir = await mkdtemp(join(tmpdir(), 'gomon-postgresql-'));
  postgres = await createPostgres({ dir, user: 'gomon', password: 'p' });
  await postgres.start();
});
afterAll(async () => {
  await Promise.all(backends.map(backend => backend.stop()));
  await Promise.all(open.map(knex => knex.destroy()));
  await postgres?.kill();
  if (dir) await rm(dir, { recursive: true, force: true });
});

const questions = [
  '/pipelines',
  '/entities',
  '/entities?status=down,unknown&limit=1',
  '/entities/component/default/queue/health',
  '/entities/component/default/queue/history',
  '/entities/component/default/machines/series',
  ...['status', 'name', 'lastSampleAt', 'cpu'].flatMap(sort => [
    `/hosts?sort=${sort}&limit=2`,
    `/hosts?sort=${sort}&order=asc`,
  ]),
  '/hosts?search=a_1',
  '/hosts?search=%25',
  '/events?limit=2',
  '/events?entityRef=component:default/queue',
  '/silences',
  '/doctor',
];

/** An answer without what differs from run to run: moments, identifiers and points at a time. */
async function ask(server: Server, path: string): Promise<unknown> {
  const { status, body } = await request(server).get(`/api/gomon${path}`);
  const text = JSON.stringify({ status, body }, (key, value) =>
    ['id', 'nextCursor', 'points', 'etag'].includes(key) ? typeof value : value,
  );
  return JSON.parse(text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a moment'));
}

const withPostgres = programs ? describe : describe.skip;
if (!programs) {
  process.stdout.write(
    'The tests on PostgreSQL are left out: initdb and postgres are not installed here.\n',
  );
}

withPostgres('the plugin on PostgreSQL', () => {
  it('answers every question as on SQLite', async () => {
    const [sqlite, other] = await Promise.all([
      startGomon(),
      startGomon(await createDatabase()),
    ]);
    for (const path of questions) {
      expect([path, await ask(other, path)]).toEqual([
        path,
        await ask(sqlite, path),
      ]);
    }
  });

  it('loses no history by a restart', async () => {
    const knex = await createDatabase();
    const first = await startGomon(knex);
    const path = '/api/gomon/entities/component/default/queue/history';
    const before = await request(first).get(path);
    expect(before.body.transitions).toHaveLength(1);
    const again = await startGomon(knex);
    const after = await request(again).get(path);
    expect(after.body.transitions).toEqual(before.body.transitions);
  });

  it('loses no history by an upgrade of its schema', async () => {
    const knex = await createDatabase();
    await knex.migrate.up(migrations);
    await knex('events').insert({
      at: 1_700_000_000_000,
      environment: 'default',
      kind: 'transition',
      entity_ref: 'component:default/queue',
      event: JSON.stringify({
        at: '2023-11-14T22:13:20.000Z',
        environment: 'default',
        kind: 'transition',
        entityRef: 'component:default/queue',
        title: 'queue',
        from: 'ok',
        to: 'down',
        causes: [],
        sentence: 'It broke before the upgrade.',
      }),
    });
    const server = await startGomon(knex);
    const { body } = await request(server).get(
      '/api/gomon/events?from=2023-11-14T00:00:00Z&to=2023-11-15T00:00:00Z',
    );
    expect(body.items).toMatchObject([
      { sentence: 'It broke before the upgrade.' },
    ]);
    await knex.migrate.rollback(migrations, true);
    expect(await knex.schema.hasTable('events')).toBe(false);
  });

  it('lets one replica of two run the engine, and the other when it is gone', async () => {
    const knex = await createDatabase();
    await knex.migrate.latest(migrations);
    const lease = (holder: string) =>
      new Lease(knex, { id: 'engine', holder, durationMs: 1000 });
    const at = (ms: number) => new Date(1_700_000_000_000 + ms);
    const [a, b] = [lease('a'), lease('b')];
    const held = await Promise.all([a.hold(at(0)), b.hold(at(0))]);
    expect(held.filter(Boolean)).toHaveLength(1);
    const [holder, other] = held[0] ? [a, b] : [b, a];
    expect(await holder.hold(at(900))).toBe(true);
    expect(await other.hold(at(1500))).toBe(false);
    expect(await other.hold(at(2000))).toBe(true);
    expect(await holder.hold(at(2001))).toBe(false);
  });
});
