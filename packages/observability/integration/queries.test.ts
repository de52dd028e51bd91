import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack, waitUntil, type RunningStack } from '@gomon/dev-stack';
import { DEFAULT_FLEET, Fleet } from '@gomon/fleet';
import { Kafka, logLevel } from 'kafkajs';
import { alertRules } from '../src/alerts/alertGroups';
import { alarming } from '../src/alerts/toVmalert';
import { ask } from '../src/prove/ask';
import { filledIn, panelQueries } from '../src/prove/panelQueries';
import { poison, sendUnfit } from '../src/prove/poison';

const HOUR_MS = 3_600_000;
const TOPIC = 'metrics-v4';

let dir: string;
let stack: RunningStack;
let kafka: Kafka;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gomon-observability-'));
  stack = await startStack({
    dir,
    with: ['alerts'],
    agentIntervalMs: 1_000,
    env: { METRICS_ENVIRONMENT: 'test' },
  });
  kafka = new Kafka({
    brokers: [stack.urls.kafka],
    logLevel: logLevel.NOTHING,
  });
});
afterAll(async () => {
  await stack?.stop();
  await rm(dir, { recursive: true, force: true });
});

const query = (expr: string) => ask(stack.urls.victoriaMetrics, expr);
const eventually = (look: () => Promise<boolean>) =>
  waitUntil(look, { withinMs: 120_000 });

/** Plays hosts that have reported for two hours, up to some time ago. */
async function play(prefix: string, hosts: number, untilMs: number) {
  const startMs = Date.now() - 2 * HOUR_MS;
  const model = { ...DEFAULT_FLEET, prefix, hosts, startMs };
  const fleet = new Fleet({ kafka, topic: TOPIC, model });
  await fleet.play(untilMs);
  await fleet.close();
}

/** The queries that answer with nothing. One that is refused throws. */
async function empty(queries: { where: string; expr: string }[]) {
  const answers = await Promise.all(
    queries.map(async ({ expr, where }) => ({
      where,
      found: await query(filledIn(expr, 'fleet-0')),
    })),
  );
  return answers.filter(({ found }) => found.length === 0);
}

it('has an answer to every query of every dashboard', async () => {
  await play('fleet', 10, Date.now());
  const certain = panelQueries().filter(({ mayBeEmpty }) => !mayBeEmpty);
  const possible = panelQueries().filter(({ mayBeEmpty }) => mayBeEmpty);
  expect(certain.length).toBeGreaterThan(80);

  await eventually(async () => (await empty(certain)).length === 0);

  expect(await empty(certain)).toEqual([]);
  // None of them is refused, whatever it finds.
  await expect(empty(possible)).resolves.toBeInstanceOf(Array);
});

it('shows what was caused: a host gone silent, and a message that cannot be read', async () => {
  await play('gone', 2, Date.now() - HOUR_MS / 6);
  await poison(stack.urls.kafka, TOPIC);
  const firing = (name: string) =>
    query(alarming(alertRules.find(rule => rule.name === name)!));

  await eventually(async () => {
    const silent = await firing('GomonHostSilent');
    const letters = await firing('GomonDeadLetters');
    return silent.length === 2 && letters.length === 1;
  });

  const silent = (await firing('GomonHostSilent')).map(
    ({ metric }) => metric.instance,
  );
  expect(silent.sort()).toEqual(['gone-0', 'gone-1']);
  const [letter] = await firing('GomonDeadLetters');
  expect(letter.value).toBeGreaterThanOrEqual(1);
  expect(letter.metric.reason).not.toBe('');
});

it('fills the panels that are empty while all is well, when what they are about is caused', async () => {
  const caused = new Set([
    'capacity / Full first / A',
    'fleet / Silent hosts / A',
    'pipeline / Dead letters / A',
    'pipeline / Samples that are not stored / A',
  ]);
  const panels = panelQueries().filter(({ where }) => caused.has(where));
  expect(panels.filter(({ mayBeEmpty }) => mayBeEmpty)).toHaveLength(4);
  await poison(stack.urls.kafka, TOPIC);
  await sendUnfit(stack.urls.kafka, TOPIC);
  // What is counted is shown for a while; so each is noted when it is seen.
  await eventually(async () => {
    const stillEmpty = (await empty(panels)).map(({ where }) => where);
    for (const { where } of panels) {
      if (!stillEmpty.includes(where)) caused.delete(where);
    }
    return caused.size === 0;
  });

  expect([...caused]).toEqual([]);
});

it('lets vmalert evaluate every rule, and say what is wrong', async () => {
  interface Rule {
    name: string;
    lastError: string;
    lastEvaluation: string;
    alerts: { state: string; labels: Record<string, string> }[];
  }
  const rules = async (): Promise<Rule[]> => {
    const answer = await fetch(`${stack.urls.vmalert}/api/v1/rules`);
    const { data } = (await answer.json()) as any;
    return data.groups.flatMap((group: any) => group.rules);
  };
  const seen = async (name: string) =>
    (await rules()).find(rule => rule.name === name)?.alerts ?? [];

  await eventually(async () => (await seen('GomonDeadLetters')).length > 0);

  const evaluated = await rules();
  expect(evaluated.map(({ name }) => name).sort()).toEqual(
    alertRules.map(({ name }) => name).sort(),
  );
  expect(evaluated.filter(({ lastError }) => lastError)).toEqual([]);
  const [alert] = await seen('GomonDeadLetters');
  expect(alert.state).toBe('firing');
  expect(alert.labels).toMatchObject({
    system: 'gomon',
    component: 'gomon-aggregator',
    severity: 'warning',
    owner: 'group:default/platform',
  });
});
