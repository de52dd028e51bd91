import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { Client } from 'pg';
import {
  createKafka,
  createPostgres,
  createVictoriaMetrics,
  ensureSecret,
  freePort,
  findPostgresPrograms,
  type KafkaCluster,
  type Postgres,
  type VictoriaMetrics,
  type VictoriaMetricsOptions,
} from '../src';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gomon-dev-stack-'));
});

afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

describe('createKafka', () => {
  let cluster: KafkaCluster;

  afterEach(() => cluster.kill());

  const client = () =>
    new Kafka({
      brokers: cluster.brokers.split(','),
      logLevel: logLevel.NOTHING,
    });

  async function offsetsOf(topic: string) {
    const admin = client().admin();
    await admin.connect();
    try {
      return await admin.fetchTopicOffsets(topic);
    } finally {
      await admin.disconnect();
    }
  }

  async function produce(topic: string, values: string[]) {
    const producer = client().producer();
    await producer.connect();
    await producer.send({
      topic,
      acks: -1,
      messages: values.map(value => ({ value, partition: 0 })),
    });
    await producer.disconnect();
  }

  it('starts with the topics of gomon and keeps records through stop, kill and start', async () => {
    cluster = await createKafka({ dir });
    await cluster.start();
    expect(await offsetsOf('metrics-v4')).toHaveLength(3);
    await produce('metrics-v4', ['one', 'two']);
    await cluster.stop();
    expect(cluster.nodes[0].pid).toBeUndefined();
    await cluster.start();
    await produce('metrics-v4', ['three']);
    await cluster.kill();
    await cluster.start();
    expect(await offsetsOf('metrics-v4')).toContainEqual(
      expect.objectContaining({ partition: 0, high: '3' }),
    );
  });

  it('takes acknowledged writes with one of three nodes killed', async () => {
    cluster = await createKafka({ dir, brokers: 3 });
    await cluster.start();
    const exits: Array<string | null> = [];
    cluster.nodes[1].onExit((_code, signal) => exits.push(signal));
    await cluster.nodes[1].kill();
    expect(exits).toEqual(['SIGKILL']);
    await produce('metrics-v4', ['while one is away']);
    await cluster.nodes[1].start();
    expect(await offsetsOf('metrics-v4')).toContainEqual(
      expect.objectContaining({ partition: 0, high: '1' }),
    );
  });
});

describe('createVictoriaMetrics', () => {
  const servers: VictoriaMetrics[] = [];

  async function create(
    options: Partial<VictoriaMetricsOptions>,
  ): Promise<VictoriaMetrics> {
    const server = await createVictoriaMetrics({ dir, ...options });
    servers.push(server);
    return server;
  }

  afterEach(async () => {
    await Promise.all(servers.splice(0).map(server => server.kill()));
  });

  it('answers what was written, also after an orderly stop', async () => {
    const server = await create({});
    await server.start();
    const now = Date.now();
    await fetch(`${server.url}/api/v1/import`, {
      method: 'POST',
      body: JSON.stringify({
        metric: { __name__: 'probe' },
        values: [7],
        timestamps: [now],
      }),
    });
    await server.stop();
    await server.start();
    const end = Math.ceil(now / 1000) + 1;
    const answer = await fetch(
      `${server.url}/api/v1/export?match[]=probe&start=0&end=${end}`,
    );
    expect(await answer.json()).toMatchObject({
      values: [7],
      timestamps: [now],
    });
    await server.stop();
    expect(await readFile(server.logFile, 'utf8')).toContain(
      'VictoriaMetrics has been stopped',
    );
  });

  it('says in one sentence that its port is taken, by whom and what to do', async () => {
    const port = await freePort();
    const first = await create({ dir: join(dir, 'a'), port });
    const second = await create({ dir: join(dir, 'b'), port });
    await first.start();
    await expect(second.start()).rejects.toThrow(
      new RegExp(
        `^VictoriaMetrics cannot start: port ${port} of 127\\.0\\.0\\.1 is taken by victoria-metric\\S* \\(process ${first.pid}\\): stop that, or set VICTORIA_METRICS_URL`,
      ),
    );
  });

  it('says why a server ended before it was ready', async () => {
    const server = await create({ flags: ['-noSuchFlag=1'] });
    await expect(server.start()).rejects.toThrow(
      /^VictoriaMetrics ended before it was ready \(flag provided but not defined: -noSuchFlag\): read .*victoria-metrics\.log/,
    );
  });
});

const withPostgres = findPostgresPrograms() ? describe : describe.skip;

withPostgres('createPostgres', () => {
  let server: Postgres;

  afterEach(() => server.kill());

  const query = async (text: string, password: string) => {
    const client = new Client({
      host: '127.0.0.1',
      port: server.port,
      user: 'sonarqube',
      database: 'sonarqube',
      password,
    });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };

  it('lets its user in by password alone, makes its database, and keeps what was written through a kill', async () => {
    const passwordFile = join(dir, 'password');
    const password = await ensureSecret(passwordFile);
    expect((await stat(passwordFile)).mode & 0o777).toBe(0o600);
    server = await createPostgres({
      dir,
      user: 'sonarqube',
      password,
      database: 'sonarqube',
    });
    await server.start();
    await query('CREATE TABLE kept (id int)', password);
    await expect(query('SELECT 1', 'another')).rejects.toMatchObject({
      code: '28P01',
    });
    await server.kill();
    await server.start();
    expect(
      await query('SELECT count(*)::int AS n FROM kept', password),
    ).toEqual([{ n: 0 }]);
  });
});
