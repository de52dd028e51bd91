import {
  createKafka,
  createVictoriaMetrics,
  KafkaCluster,
  VictoriaMetrics,
} from '@gomon/dev-stack';
import { CheckReport, Probe, ProbeReport } from '@gomon/plugin-gomon-node';
import { Kafka, logLevel } from 'kafkajs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { toTopology } from '../src/catalog/toTopology';
import { AgentProbe } from '../src/probes/agent/AgentProbe';
import { KafkaProbe } from '../src/probes/kafka/KafkaProbe';
import { VictoriaMetricsProbe } from '../src/probes/victoriaMetrics/VictoriaMetricsProbe';
import { entity, silentLogger } from '../src/testing/fixtures';

const topology = toTopology(
  [
    entity('agent', 'agent', { sendsTo: 'kafka' }),
    entity('kafka', 'broker', { sendsTo: 'aggregator' }),
    entity('aggregator', 'aggregator', { sendsTo: 'vm' }),
    entity('vm', 'tsdb'),
  ],
  'default',
);
const ref = (name: string) => `component:default/${name}`;

async function look(probe: Probe, now = new Date()): Promise<ProbeReport> {
  return probe.look({
    components: topology.components.filter(({ stage }) =>
      probe.stages.includes(stage),
    ),
    topology,
    now,
    signal: AbortSignal.timeout(10_000),
    logger: silentLogger,
  });
}

function checkOf(
  report: ProbeReport,
  name: string,
  id: string,
): CheckReport | undefined {
  return report.components
    .filter(({ entityRef }) => entityRef === ref(name))
    .flatMap(({ checks = [] }) => checks)
    .find(check => check.id === id);
}

function flowOf(report: ProbeReport, from: string, to: string) {
  return report.flows?.find(
    flow => flow.from === ref(from) && flow.to === ref(to),
  );
}
function figureOf(report: ProbeReport, from: string, to: string, id: string) {
  return flowOf(report, from, to)?.figures.find(figure => figure.id === id)
    ?.value;
}

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gomon-probes-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('the probe of VictoriaMetrics and that of the agents', () => {
  let database: VictoriaMetrics;
  const probe = () =>
    new VictoriaMetricsProbe(
      [
        {
          name: 'default',
          url: database.url,
          minFreeDiskBytes: 1,
          slowAfter: 2000,
        },
      ],
      2000,
    );
  const agents = () =>
    new AgentProbe(
      [
        {
          name: 'default',
          url: `${database.url}/api/v1/import`,
          minFreeDiskBytes: 1,
          slowAfter: 2000,
        },
      ],
      2000,
    );

  async function write(lines: object[]) {
    await fetch(`${database.url}/api/v1/import`, {
      method: 'POST',
      body: lines.map(line => JSON.stringify(line)).join('\n'),
    });
    await fetch(`${database.url}/internal/force_flush`);
  }

  const series = (
    name: string,
    instance: string,
    values: number[],
    timestamps: number[],
  ) => ({
    metric: { __name__: name, job: 'gomon', instance, scope: 'host' },
    values,
    timestamps,
  });

  beforeAll(async () => {
    database = await createVictoriaMetrics({ dir });
    await database.start();
  });
  afterAll(() => database.stop());

  it('says that no host has ever reported while there is none', async () => {
    const check = checkOf(await look(agents()), 'agent', 'agent.freshness');
    expect(check).toMatchObject({ status: 'unknown', failure: 'blocked' });
    expect(check?.action?.command).toContain('@gomon/agent start');
  });

  it('tells hosts that report from those that are silent, and counts lost messages', async () => {
    const now = Date.now();
    const every5s = [25, 20, 15, 10, 5, 0].map(age => now - age * 1000);
    await write([
      series('gomon_agent_sequence', 'fresh', [1, 2, 3, 4, 5, 6], every5s),
      series('gomon_agent_interval_ms', 'fresh', Array(6).fill(5000), every5s),
      series('cpu_usage_percent', 'fresh', Array(6).fill(12.5), every5s),
      series(
        'gomon_agent_sequence',
        'silent',
        [1, 2, 5],
        every5s.slice(0, 3).map(at => at - 60_000),
      ),
      series('gomon_agent_interval_ms', 'silent', [5000], [now - 75_000]),
    ]);
    const own = agents();
    // A gap counts as a loss when it has stayed for three looks.
    await look(own, new Date(now - 30_000));
    await look(own, new Date(now - 15_000));
    const report = await look(own, new Date(now));

    expect(checkOf(report, 'agent', 'agent.freshness')).toMatchObject({
      status: 'degraded',
      value: 1,
      threshold: 2,
    });
    expect(checkOf(report, 'agent', 'agent.freshness')?.sentence).toMatch(
      /^1 of 2 hosts is silent: silent \(7\d s\)\.$/,
    );
    expect(checkOf(report, 'agent', 'agent.missing')).toMatchObject({
      status: 'degraded',
      value: 2,
    });
    const hosts = Object.fromEntries(
      report.hosts!.map(host => [host.instance, host]),
    );
    expect(hosts.fresh).toMatchObject({
      status: 'ok',
      intervalMs: 5000,
      missing: 0,
    });
    expect(hosts.fresh.figures).toContainEqual(
      expect.objectContaining({ id: 'cpu', value: 12.5, unit: 'percent' }),
    );
    expect(hosts.silent).toMatchObject({ status: 'down', missing: 2 });
  });

  it('reads health, disk and the age of the newest sample', async () => {
    const report = await look(probe());
    expect(
      report.components[0].checks!.map(({ id, status }) => [id, status]),
    ).toEqual([
      ['victoria-metrics.answers', 'ok'],
      ['victoria-metrics.writable', 'ok'],
      ['victoria-metrics.disk', 'ok'],
      ['victoria-metrics.freshness', 'ok'],
    ]);
    const age = report.components[0].figures!.find(
      ({ id }) => id === 'newest-sample-age',
    )!;
    expect(age.value).toBeLessThan(30);
  });

  it('sees rows come in, and rows that were thrown away although the answer was 204', async () => {
    const watched = probe();
    await look(watched, new Date(Date.now() - 10_000));
    await write([
      series(
        'cpu_usage_percent',
        'seconds',
        [1],
        [Math.floor(Date.now() / 1000)],
      ),
    ]);
    // VictoriaMetrics counts anew once a second.
    await sleep(2000);
    const report = await look(watched);
    expect(
      checkOf(report, 'vm', 'victoria-metrics.rows-ignored'),
    ).toMatchObject({
      status: 'degraded',
      value: 1,
    });
    expect(figureOf(report, 'aggregator', 'vm', 'samples')).toBeGreaterThan(0);
  });

  it('names it down when it is killed, and the agents unseen because of it', async () => {
    await database.kill();
    expect(
      checkOf(await look(probe()), 'vm', 'victoria-metrics.answers'),
    ).toMatchObject({
      status: 'down',
      failure: 'own',
      sentence: 'vm does not answer: connection refused.',
    });
    expect(
      checkOf(await look(agents()), 'agent', 'agent.freshness'),
    ).toMatchObject({
      status: 'unknown',
      failure: 'unseen',
      explainedBy: ref('vm'),
    });
    await database.start();
    expect(
      checkOf(await look(probe()), 'vm', 'victoria-metrics.answers')?.status,
    ).toBe('ok');
  });
});

describe('the probe of Kafka', () => {
  let cluster: KafkaCluster;
  let probe: KafkaProbe;
  const instance = () => ({
    name: 'default',
    brokers: cluster.brokers.split(','),
    topic: 'metrics-v4',
    groupId: 'metrics-group',
    maxSecondsBehind: 120,
  });

  beforeAll(async () => {
    cluster = await createKafka({ dir });
    await cluster.start();
    probe = new KafkaProbe([instance()], 3000);
  });
  afterAll(() => cluster.stop());

  const client = () =>
    new Kafka({
      brokers: cluster.brokers.split(','),
      logLevel: logLevel.NOTHING,
    });

  async function produce(count: number) {
    const producer = client().producer();
    await producer.connect();
    await producer.send({
      topic: 'metrics-v4',
      messages: Array.from({ length: count }, () => ({
        value: 'x',
        partition: 0,
      })),
    });
    await producer.disconnect();
  }

  async function commit(offset: number, accepted: number) {
    const consumer = client().consumer({ groupId: 'metrics-group' });
    await consumer.connect();
    await consumer.subscribe({ topic: 'metrics-v4' });
    const joined = new Promise(resolve =>
      consumer.on(consumer.events.GROUP_JOIN, resolve),
    );
    await consumer.run({ eachMessage: async () => {}, autoCommit: false });
    await joined;
    const entry = {
      topic: 'metrics-v4',
      partition: 0,
      offset: String(offset),
      metadata: JSON.stringify({ accepted: String(accepted) }),
    };
    // kafkajs drops a commit in silence while its consumer is between two states.
    while ((await committed()) !== entry.offset)
      await consumer.commitOffsets([entry]);
    await consumer.disconnect();
  }

  async function committed(): Promise<string | undefined> {
    const admin = client().admin();
    await admin.connect();
    const [topic] = await admin.fetchOffsets({
      groupId: 'metrics-group',
      topics: ['metrics-v4'],
    });
    await admin.disconnect();
    return topic.partitions.find(({ partition }) => partition === 0)?.offset;
  }

  it('finds brokers, topic and replicas in order', async () => {
    const report = await look(probe);
    const checks = report.components[0].checks!;
    expect(checks.map(({ id, status }) => [id, status])).toEqual([
      ['kafka.brokers', 'ok'],
      ['kafka.topic', 'ok'],
      ['kafka.partitions', 'ok'],
      ['kafka.replicas', 'ok'],
    ]);
  });

  it('counts what is produced, and as lag only what is not accepted yet', async () => {
    const start = Date.now();
    await look(probe, new Date(start));
    await produce(100);
    await commit(40, 90);
    const report = await look(probe, new Date(start + 10_000));
    expect(figureOf(report, 'agent', 'kafka', 'messages')).toBeGreaterThan(2);
    expect(figureOf(report, 'kafka', 'aggregator', 'lag')).toBe(10);
    expect(figureOf(report, 'kafka', 'aggregator', 'behind')).toBe(0);
    expect(flowOf(report, 'kafka', 'aggregator')?.flowing).toBe(true);
    const later = await look(probe, new Date(start + 200_000));
    expect(figureOf(later, 'kafka', 'aggregator', 'behind')).toBe(190);
    expect(flowOf(later, 'kafka', 'aggregator')?.flowing).toBe(false);
    expect(checkOf(later, 'aggregator', 'kafka.lag')).toMatchObject({
      status: 'degraded',
      failure: 'blocked',
      meaning: 'Nothing is lost: 10 messages wait in Kafka.',
    });
  });

  it('names a topic that is gone', async () => {
    const other = new KafkaProbe(
      [{ ...instance(), topic: 'nobody-made-this' }],
      3000,
    );
    const report = await look(other);
    expect(checkOf(report, 'kafka', 'kafka.topic')).toMatchObject({
      status: 'down',
      failure: 'own',
    });
    expect(checkOf(report, 'aggregator', 'kafka.lag')?.status).toBe('unknown');
  });

  it('names it down when it is killed', async () => {
    await cluster.kill();
    const report = await look(probe);
    expect(checkOf(report, 'kafka', 'kafka.brokers')).toMatchObject({
      status: 'down',
      failure: 'own',
      sentence: 'kafka does not answer: connection refused.',
    });
    expect(report.flows).toEqual([]);
    await cluster.start();
    expect(checkOf(await look(probe), 'kafka', 'kafka.brokers')?.status).toBe(
      'ok',
    );
  });
});
