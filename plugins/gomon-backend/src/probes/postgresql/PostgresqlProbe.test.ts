import {
  createPostgres,
  findPostgresPrograms,
  freePort,
  type Postgres,
} from '@gomon/dev-stack';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { toTopology } from '../../catalog/toTopology';
import { gomonSchema } from '../../config/schema';
import { entity, silentLogger } from '../../testing/fixtures';
import { checkIn } from '../../testing/vendorFake';
import { PostgresqlProbe } from './PostgresqlProbe';

const topology = toTopology([entity('postgresql', 'database')], 'default');

const lookWith = (own?: object) => {
  const { postgresql } = gomonSchema.parse({
    postgresql: own
      ? [{ host: '127.0.0.1', database: 'gomon', user: 'gomon', ...own }]
      : [],
  });
  return new PostgresqlProbe(postgresql, 20_000).look({
    ...topology,
    topology,
    now: new Date(),
    signal: AbortSignal.timeout(60_000),
    logger: silentLogger,
  });
};

describe('the probe of PostgreSQL', () => {
  it('says what to add where nobody set it up', async () => {
    expect(checkIn(await lookWith(), 'postgresql.setup')).toMatchObject({
      status: 'not-configured',
    });
  });

  it('says that nobody listens', async () => {
    const report = await lookWith({ port: await freePort() });
    expect(checkIn(report, 'postgresql.accepting')).toMatchObject({
      status: 'down',
      failure: 'own',
      hindersFlow: true,
      sentence: 'postgresql does not answer: connection refused.',
    });
  });
});

const withPostgres = findPostgresPrograms() ? describe : describe.skip;

withPostgres('the probe of a real PostgreSQL', () => {
  let dir: string;
  let server: Postgres;

  jest.setTimeout(120_000);
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'gomon-postgresql-probe-'));
    server = await createPostgres({
      dir,
      user: 'gomon',
      password: 'right',
      database: 'gomon',
    });
    await server.start();
  });
  afterAll(async () => {
    await server?.kill();
    await rm(dir, { recursive: true, force: true });
  });

  const look = (own: object = {}) =>
    lookWith({ port: server.port, password: 'right', ...own });

  it('counts the connections in use of those that are allowed', async () => {
    const report = await look();
    expect(checkIn(report, 'postgresql.accepting')).toMatchObject({
      status: 'ok',
      sentence: expect.stringMatching(/^postgresql \d+\.\d+.* accepts/),
    });
    // 100, of which 3 are kept for administrators.
    expect(checkIn(report, 'postgresql.connections')).toMatchObject({
      status: 'ok',
      value: 0,
      threshold: 77,
      sentence: '0 connections of 97 in use.',
    });
  });

  it('warns before the last connection is taken', async () => {
    const clients = Array.from(
      { length: 8 },
      () =>
        new Client({
          host: '127.0.0.1',
          port: server.port,
          user: 'gomon',
          database: 'gomon',
          password: 'right',
        }),
    );
    await Promise.all(clients.map(client => client.connect()));
    const report = await look({ maxConnectionsPercent: 8 });
    await Promise.all(clients.map(client => client.end()));
    expect(checkIn(report, 'postgresql.connections')).toMatchObject({
      status: 'degraded',
      value: 8,
      failure: 'own',
    });
  });

  it.each([
    [{ password: 'wrong' }, 'unauthorised', /refuses gomon's password/],
    [{ password: undefined }, 'unauthorised', /none is configured/],
    [{ database: 'nowhere' }, 'unknown', /no such database/],
  ])('has words of its own for %j', async (own, status, words) => {
    const check = checkIn(await look(own), 'postgresql.accepting');
    expect(check).toMatchObject({ status, failure: 'own' });
    expect(check!.sentence).toMatch(words);
    expect(check!.sentence).not.toContain('wrong');
  });
});
