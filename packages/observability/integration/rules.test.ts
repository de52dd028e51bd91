import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  findPromtool,
  findVmalert,
  repositoryRoot,
  run,
} from '@gomon/dev-stack';
import { stringify } from 'yaml';
import { alertRules } from '../src/alerts/alertGroups';
import { toVmalert } from '../src/alerts/toVmalert';
import { Scenario } from '../src/prove/scenarios/scenario';
import { LOG_LINES, scenarios } from '../src/prove/scenarios/scenarios';
import { toPromtool } from '../src/prove/scenarios/toPromtool';

const RULES = join(repositoryRoot, 'k8s/monitoring/vmalert/rules.yaml');

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gomon-rules-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function promtool(test: unknown) {
  const file = join(dir, 'test.yaml');
  await writeFile(file, stringify(test));
  return run({ file: await findPromtool(), args: ['test', 'rules', file] });
}
/** With its own rule alone: every rule of a file is evaluated every minute of a story. */
async function play(story: Scenario) {
  const [group] = toVmalert([
    {
      name: story.rule,
      interval: '1m',
      rules: alertRules.filter(({ name }) => name === story.rule),
    },
  ]).groups;
  const file = join(dir, 'rule.yaml');
  await writeFile(file, stringify({ groups: [group] }));
  return promtool(toPromtool(file, story));
}

it('has a story of every rule', () => {
  expect(scenarios.map(({ rule }) => rule).sort()).toEqual(
    alertRules.map(({ name }) => name).sort(),
  );
});

it.each(scenarios.map(story => [story.rule, story] as const))(
  'fires %s on its fault, not before it, and resolves after it',
  async (_, story) => {
    const { code, output } = await play(story);
    expect([code, output]).toEqual([0, expect.stringContaining('SUCCESS')]);
  },
);

it('does not call logs late that nobody writes', async () => {
  const story = scenarios.find(({ rule }) => rule === 'GomonLogsBehind')!;
  const { code, output } = await play({
    ...story,
    series: { ...story.series, [LOG_LINES]: '100x130' },
    alerts: 0,
  });
  expect([code, output]).toEqual([0, expect.stringContaining('SUCCESS')]);
});

it('would not pass a story that does not happen', async () => {
  const [first] = scenarios;
  const { code, output } = await play({ ...first, during: first.before });
  expect([code, output]).toEqual([1, expect.stringContaining(first.rule)]);
});

it('says what was seen, with figures and names', async () => {
  const rule = alertRules.find(({ name }) => name === 'GomonHostDiskFull')!;
  const labels = {
    system: 'gomon',
    component: 'gomon-agent',
    severity: 'critical',
    owner: 'group:default/platform',
    job: 'gomon',
    instance: 'a',
    mountpoint: '/var',
  };
  const { code, output } = await promtool({
    rule_files: [RULES],
    evaluation_interval: '1m',
    tests: [
      {
        interval: '1m',
        input_series: [
          {
            series:
              'disk_used_percent{job="gomon", instance="a", mountpoint="/var"}',
            values: '99.25x30',
          },
        ],
        alert_rule_test: [
          {
            eval_time: '20m',
            alertname: rule.name,
            exp_alerts: [
              {
                exp_labels: labels,
                exp_annotations: {
                  summary: '/var of a is 99.2 % full.',
                  description: `${rule.meaning} ${rule.action}`,
                  runbook_url: `https://github.com/0xAxPx/gomon/blob/main/docs/runbooks/${rule.name}.md`,
                },
              },
            ],
          },
        ],
      },
    ],
  });
  expect([code, output]).toEqual([0, expect.stringContaining('SUCCESS')]);
});

it('is accepted by vmalert, expressions and templates alike', async () => {
  const file = await findVmalert();
  const dryRun = (rules: string) =>
    run({ file, args: ['-dryRun', `-rule=${rules}`] });
  expect((await dryRun(RULES)).code).toBe(0);
  const wrong = join(dir, 'wrong.yaml');
  await writeFile(
    wrong,
    stringify({
      groups: [{ name: 'wrong', rules: [{ alert: 'Wrong', expr: 'sum(' }] }],
    }),
  );
  expect((await dryRun(wrong)).code).not.toBe(0);
});
