import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createKafka,
  createService,
  freePort,
  KafkaCluster,
  Service,
} from '@gomon/dev-stack';
import { Published, readTopic } from './support/readTopic';

const INTERVAL_MS = 250;
let dir: string;
let kafka: KafkaCluster;
let agents: Service[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gomon-outage-'));
  kafka = await createKafka({ dir: join(dir, 'kafka') });
  await kafka.start();
});
afterEach(async () => {
  await Promise.all(agents.map(agent => agent.stop()));
  agents = [];
});
afterAll(async () => {
  await kafka?.stop();
  await rm(dir, { recursive: true, force: true });
});

async function agentOf(name: string, env: Record<string, string> = {}) {
  const service = createService({
    name: 'agent',
    dir,
    env: {
      KAFKA_BROKERS: kafka.brokers,
      METRICS_PORT: String(await freePort()),
      METRICS_HOST: '127.0.0.1',
      COLLECT_INTERVAL_MS: String(INTERVAL_MS),
      NODE_NAME: name,
      ...env,
    },
  });
  agents.push(service);
  await service.start();
  return service;
}

async function metric(service: Service, name: string): Promise<number> {
  const text = await (await fetch(`${service.address}/metrics`)).text();
  return Number(new RegExp(`^${name}(?:{.*})? (\\S+)`, 'm').exec(text)?.[1]);
}

async function until(
  what: string,
  holds: () => Promise<boolean>,
  withinMs: number,
): Promise<number> {
  const from = Date.now();
  while (!(await holds())) {
    if (Date.now() - from > withinMs) throw new Error(`not in time: ${what}`);
    await sleep(50);
  }
  return Date.now() - from;
}

const isReady = async (service: Service) =>
  (await fetch(`${service.address}/ready`)).ok;

/** Sequences of each boot, in order and once each, with the times they were collected at. */
function bySequence(found: Published[]): Map<number, number> {
  return new Map(
    found
      .map(({ metric: m }) => [m.sequence ?? 0, m.collectedAtMs ?? 0] as const)
      .sort(([a], [b]) => a - b),
  );
}

const reaches = (sequence: number) => (found: Published[]) =>
  new Set(found.map(({ metric: m }) => m.sequence)).size >= sequence;

it('loses nothing while Kafka is away for 120 intervals, keeps the times, and says what is wrong', async () => {
  const agent = await agentOf('patient');
  await until('ready', () => isReady(agent), 10_000);
  await kafka.kill();
  const noticedMs = await until(
    'not ready',
    async () => !(await isReady(agent)),
    10_000,
  );
  expect(noticedMs).toBeLessThan(10_000);
  const { reasons } = await (await fetch(`${agent.address}/ready`)).json();
  expect(reasons[0]).toMatchObject({
    code: 'KAFKA_UNREACHABLE',
    dependency: 'kafka',
  });

  const waiting = () => metric(agent, 'gomon_agent_outbox_depth');
  await until(
    '120 readings wait',
    async () => (await waiting()) >= 120,
    120_000,
  );
  await kafka.start();
  const backMs = await until('ready again', () => isReady(agent), 30_000);
  expect(backMs).toBeLessThan(10_000);
  await until('nothing waits', async () => (await waiting()) <= 1, 20_000);

  const last = await metric(agent, 'gomon_agent_sequence');
  await sleep(2 * INTERVAL_MS);
  const found = bySequence(
    await readTopic(kafka.brokers, 'patient', reaches(last)),
  );
  expect([...found.keys()].slice(0, last)).toEqual(
    Array.from({ length: last }, (_, i) => i + 1),
  );
  const times = [...found.values()];
  const gaps = times.slice(1).map((time, i) => time - times[i]);
  expect(Math.min(...gaps)).toBeGreaterThan(0);
  const skipped = await metric(agent, 'gomon_agent_skipped_cycles_total');
  expect(Math.max(...gaps)).toBeLessThan(INTERVAL_MS * (skipped + 3));
  expect(await metric(agent, 'gomon_agent_dropped_total')).toBeNaN();
});

it('drops the oldest when there is no more room, and counts exactly what is missing', async () => {
  const agent = await agentOf('bounded', { OUTBOX_MAX_MESSAGES: '10' });
  await until('ready', () => isReady(agent), 10_000);
  await kafka.kill();
  const dropped = () => metric(agent, 'gomon_agent_dropped_total');
  await until('some are dropped', async () => (await dropped()) >= 5, 60_000);
  await kafka.start();
  await until(
    'nothing waits',
    async () => (await metric(agent, 'gomon_agent_outbox_depth')) <= 1,
    60_000,
  );
  const last = await metric(agent, 'gomon_agent_sequence');
  const lost = await dropped();
  const found = bySequence(
    await readTopic(kafka.brokers, 'bounded', reaches(last - lost)),
  );
  const missing = Array.from({ length: last }, (_, i) => i + 1).filter(
    n => !found.has(n),
  );
  expect(missing).toHaveLength(lost);
});

it('sends what it had spooled before it was killed, then what it reads itself', async () => {
  const spool = { SPOOL_DIR: join(dir, 'spool') };
  const first = await agentOf('spooling', spool);
  await until('ready', () => isReady(first), 10_000);
  await kafka.kill();
  await until(
    '20 readings wait',
    async () => (await metric(first, 'gomon_agent_outbox_depth')) >= 20,
    60_000,
  );
  const written = await metric(first, 'gomon_agent_sequence');
  await first.kill();

  const second = await agentOf('spooling', spool);
  await sleep(4 * INTERVAL_MS);
  await second.kill();
  const third = await agentOf('spooling', spool);
  await kafka.start();
  await until(
    'nothing waits',
    async () => (await metric(third, 'gomon_agent_outbox_depth')) <= 1,
    60_000,
  );

  const found = await readTopic(
    kafka.brokers,
    'spooling',
    all => new Set(all.map(({ metric: m }) => m.agentBootId)).size >= 3,
  );
  const boots = new Map<string, number[]>();
  for (const { metric: m } of found) {
    const boot = m.agentBootId ?? '';
    boots.set(boot, [...(boots.get(boot) ?? []), m.sequence ?? 0]);
  }
  const [ofFirst, ofSecond] = [...boots.values()].map(all => [...new Set(all)]);
  for (const sequences of [ofFirst, ofSecond]) {
    expect(sequences).toEqual(sequences.map((_, i) => i + 1));
  }
  expect(ofFirst.length).toBeGreaterThanOrEqual(written);
  expect(ofSecond.length).toBeGreaterThanOrEqual(3);
  await third.stop();
  const left = (await readdir(spool.SPOOL_DIR)).filter(name =>
    name.endsWith('.spool'),
  );
  expect(left.length).toBeLessThanOrEqual(2);
});
