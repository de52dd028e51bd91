import { mockServices } from '@backstage/backend-test-utils';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Probe } from '@gomon/plugin-gomon-node';
import { createServer, RequestListener } from 'node:http';
import {
  AddressInfo,
  createServer as createTcpServer,
  Server,
  Socket,
} from 'node:net';
import { toTopology } from '../catalog/toTopology';
import { readGomonConfig } from '../config/readGomonConfig';
import { Engine } from '../engine/Engine';
import { entity } from '../testing/fixtures';
import { MemoryStore } from '../testing/MemoryStore';
import { createProbes } from './createProbes';
import { createQualityProbe } from './createQualityProbe';

const SECRET = 'hunter2-s3cret';
const TIME_LIMIT_MS = 1000;
const stages = {
  agents: 'agent',
  kafka: 'broker',
  aggregator: 'aggregator',
  vm: 'tsdb',
  filebeat: 'log-shipper',
  logstash: 'log-processor',
  elasticsearch: 'search',
  kibana: 'log-ui',
  sonarqube: 'code-quality',
  postgresql: 'database',
  grafana: 'dashboard',
  healthy: 'ingress',
};
const topology = toTopology(
  Object.entries(stages).map(([name, stage]) =>
    entity(name, stage, {
      annotations: {
        ...(stage === 'dashboard' && {
          'grafana/dashboard-selector': 'gomon',
          'grafana/alert-label-selector': 'component=grafana',
        }),
      },
    }),
  ),
  'default',
);

/** Watches something that is well. */
const healthy: Probe = {
  id: 'healthy',
  stages: ['ingress'],
  look: async ({ components }) => ({
    components: components.map(({ entityRef }) => ({
      entityRef,
      checks: [
        {
          id: 'healthy.works',
          title: 'Works',
          status: 'ok',
          sentence: 'It works.',
        },
      ],
    })),
  }),
};

/** Ways in which an HTTP server can be bad. */
const manners: Record<string, RequestListener> = {
  'hangs before its answer': () => {},
  'hangs in the middle of its answer': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{"status":');
  },
  'breaks off': request => void request.socket.destroy(),
  'answers garbage': (_, response) =>
    void response.end(Buffer.from([...Array(4096).keys()].map(i => i % 256))),
  'answers JSON of another shape': (_, response) =>
    void response.end('{"data":{"result":[{}, null]},"status":{"a":[1]}}'),
  'answers 10 MB': (_, response) =>
    void response.end('x'.repeat(10 * 1024 ** 2)),
  'answers without end': (_, response) => {
    const chunk = Buffer.alloc(256 * 1024, 'x');
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  },
  'repeats the credential in an error': (request, response) =>
    void response
      .writeHead(500)
      .end(`bad credential ${request.headers.authorization} ${SECRET}`),
  'repeats the credential while it refuses it': (request, response) =>
    void response.writeHead(403).end(`no: ${request.headers.authorization}`),
  'sends the credential elsewhere': (request, response) =>
    void response
      .writeHead(302, {
        location: `http://127.0.0.1:1/?${request.headers.authorization}`,
      })
      .end(),
};

let servers: Server[] = [];
let connections: Socket[] = [];

async function listen(server: Server): Promise<number> {
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  servers.push(server);
  server.on('connection', connection => connections.push(connection));
  return (server.address() as AddressInfo).port;
}

/** Waits until the other side has hung up. */
async function closed(connection: Socket): Promise<void> {
  // Not events.once: a hung-up connection may break with an error first.
  if (connection.destroyed) return;
  await new Promise(done => void connection.once('close', done));
}

/** A broker that takes connections and says nothing, or something that is no Kafka. */
const broker = (answer?: Buffer) =>
  createTcpServer(socket => {
    socket.on('error', () => {});
    socket.once('data', () => answer && socket.write(answer));
  });

/** Runs cycles with every probe set to the same server. */
async function runCycles(http: number, kafka: number, cycles: number) {
  const url = `http://127.0.0.1:${http}`;
  const credentials = { username: 'gomon', password: SECRET };
  const root = mockServices.rootConfig({
    data: {
      sonarqube: {
        instances: [{ name: 'default', baseUrl: url, apiKey: SECRET }],
      },
      gomon: {
        engine: { timeLimit: { milliseconds: TIME_LIMIT_MS } },
        kafka: [
          {
            brokers: `127.0.0.1:${kafka}`,
            sasl: { mechanism: 'plain', ...credentials },
          },
        ],
        victoriaMetrics: [{ url, bearerToken: SECRET }],
        aggregator: [{ urls: [url], ...credentials }],
        filebeat: [{ urls: [url], ...credentials }],
        logstash: [{ url, ...credentials }],
        elasticsearch: [{ url, apiKey: SECRET }],
        kibana: [{ url, ...credentials }],
        postgresql: [
          {
            host: '127.0.0.1',
            port: kafka,
            database: 'sonarqube',
            user: 'gomon',
            password: SECRET,
          },
        ],
        grafana: [{ url, ...credentials }],
        vmalert: [{ url, ...credentials }],
      },
    },
  });
  const config = readGomonConfig(root);
  const logged: unknown[] = [];
  const log = (...words: unknown[]) => void logged.push(...words);
  const logger: LoggerService = {
    error: log,
    warn: log,
    info: log,
    debug: log,
    child: () => logger,
  };
  const store = new MemoryStore();
  const engine = new Engine({
    probes: [
      healthy,
      ...createProbes(config),
      createQualityProbe(config, root).probe,
    ],
    readTopology: async () => topology,
    store,
    environments: ['default'],
    timeLimitMs: config.engine.timeLimit,
    logger,
    runbook: () => [],
  });
  const durations: number[] = [];
  for (let cycle = 0; cycle < cycles; cycle++) {
    const startedAt = performance.now();
    await engine.runCycle(
      new Date(1_700_000_000_000 + cycle * 5000),
      new AbortController().signal,
    );
    durations.push(performance.now() - startedAt);
  }
  await engine.close();
  const said = JSON.stringify([
    [...store.snapshot.states.values()],
    store.snapshot.pipelines,
    store.events,
    store.hosts,
    logged.map(word => (word instanceof Error ? word.stack : word)),
  ]);
  const statusOf = (name: string) =>
    store.snapshot.states.get(`component:default/${name}`)!.health.status;
  return { durations, said, statusOf };
}

afterEach(async () => {
  for (const server of servers) {
    (server as { closeAllConnections?(): void }).closeAllConnections?.();
    server.close();
  }
  servers = [];
  connections = [];
});

// kafkajs goes on for a moment after its time.
afterAll(() => new Promise(done => setTimeout(done, 3 * TIME_LIMIT_MS)));

describe('a system that', () => {
  it.each(Object.keys(manners))(
    '%s costs the others nothing and gets no credential out',
    async manner => {
      const http = await listen(createServer(manners[manner]));
      const kafka = await listen(
        broker(manner.startsWith('hangs') ? undefined : Buffer.from('HTTP/1')),
      );
      const { durations, said, statusOf } = await runCycles(http, kafka, 2);

      expect(Math.max(...durations)).toBeLessThan(5 * TIME_LIMIT_MS);
      const fine = Object.keys(stages).filter(n => statusOf(n) === 'ok');
      expect(fine).toEqual(['healthy']);
      expect(said).not.toContain(SECRET);
      expect(said).not.toContain(
        Buffer.from(`gomon:${SECRET}`).toString('base64'),
      );
    },
    20_000,
  );

  it('answers without end is hung up on by every probe', async () => {
    const http = await listen(createServer(manners['answers without end']));
    const kafka = await listen(broker());
    const { said } = await runCycles(http, kafka, 1);

    // How much they read until then is shown where they do: readBounded. A slow machine is over its time before that.
    expect(connections).not.toHaveLength(0);
    await Promise.all(connections.map(closed));
    expect(said).toMatch(
      /its answer is longer than|no answer (in time|within)/,
    );
  }, 20_000);
});
