import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '../src';
import {
  leftOf,
  outputOf,
  processesOf,
  runCommand,
  type CommandProcess,
} from '../src/cli/commandProcess';

let dir: string;
let env: NodeJS.ProcessEnv;
let dev: CommandProcess;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gomon-dev-'));
  env = {
    GOMON_STATE_DIR: dir,
    KAFKA_BROKERS: undefined,
    VICTORIA_METRICS_URL: undefined,
  };
});

afterEach(async () => {
  dev.kill('SIGKILL');
  await rm(dir, { recursive: true, force: true });
});

async function startDev(...args: string[]): Promise<void> {
  const all = ['--services-only', '--ports', 'free', ...args];
  dev = runCommand('src/cli/dev.ts', all, env);
  const settled = await waitUntil(
    () => /Ctrl-C stops everything|has stopped/.test(dev.printed()),
    { withinMs: 150_000 },
  );
  expect({ settled, printed: dev.printed() }).toEqual({
    settled: true,
    printed: expect.stringContaining('Ctrl-C stops everything'),
  });
}

const stack = (...args: string[]) => outputOf('src/cli/stack.ts', args, env);

async function running(): Promise<Record<string, number>> {
  const rows = (await stack('status')).trim().split('\n').slice(1);
  return Object.fromEntries(
    rows
      .map(row => row.trim().split(/\s+/))
      .map(([name, , pid]) => [name, Number(pid)]),
  );
}

it('says what runs, reports a death, starts again what is asked, and leaves nothing after Ctrl-C', async () => {
  await startDev();
  const pids = await running();
  expect(Object.keys(pids)).toEqual([
    'kafka',
    'victoria-metrics',
    'aggregator',
    'agent',
  ]);

  process.kill(pids['victoria-metrics'], 'SIGKILL');
  await waitUntil(() => dev.printed().includes('is left down'), {
    withinMs: 10_000,
  });
  expect(dev.printed()).toContain(
    'victoria-metrics died (signal SIGKILL) and is left down',
  );
  expect(await stack()).toMatch(/victoria-metrics +died +- /);

  expect(await stack('start', 'victoria-metrics')).toMatch(
    /victoria-metrics +running +\d+ /,
  );
  expect(await stack('stop', 'agent')).toMatch(/agent +stopped +- /);
  expect(await stack('kill', 'nothing')).toContain(
    'This stack has no nothing: it has kafka, victoria-metrics, aggregator, agent.',
  );
  expect(await outputOf('src/cli/dev.ts', [], env)).toContain(
    `A stack runs here already (process ${dev.pid})`,
  );

  const groups = Object.values(await running()).filter(Boolean);
  const log = await readFile(join(dir, 'logs', 'kafka.log'), 'utf8');
  expect(log).toContain('Kafka Server started');

  dev.kill('SIGINT');
  await once(dev, 'close');
  expect(dev.exitCode).toBe(0);
  expect(processesOf(groups)).toEqual([]);
  expect(await stack()).toContain('No stack runs here');
});

it('leaves nothing when the supervisor is killed by force, and starts again on what was there', async () => {
  await startDev();
  const groups = Object.values(await running());
  process.kill(dev.pid!, 'SIGKILL');
  expect(await leftOf(groups)).toEqual([]);

  await startDev();
  const again = Object.values(await running());
  dev.kill('SIGTERM');
  await once(dev, 'close');
  expect(processesOf(again)).toEqual([]);
});
