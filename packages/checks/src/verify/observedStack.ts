import { once } from 'node:events';
import { loadavg } from 'node:os';
import {
  leftOf,
  outputOf,
  Problem,
  processesOf,
  runCommand,
  waitUntil,
  type CommandProcess,
} from '@gomon/dev-stack';
import type { Findings } from './findings';

/** A `yarn dev` under observation. */
export class ObservedStack {
  #dev: CommandProcess | undefined;

  constructor(readonly dir: string, readonly findings: Findings) {}

  async start(...args: string[]): Promise<void> {
    const all = [...args, '--ports', 'free'];
    this.findings.ran(`yarn dev ${all.join(' ')}`);
    const began = performance.now();
    const dev = runCommand('src/cli/dev.ts', all, this.#env());
    this.#dev = dev;
    const up = await waitUntil(
      () => dev.printed().includes('Ctrl-C stops everything'),
      { withinMs: 600_000, until: () => dev.exitCode !== null },
    );
    if (!up) {
      const words = dev.printed().trim().split('\n').slice(-3).join(' ');
      throw new Problem(`The stack did not come up: it said: ${words}`);
    }
    const took = ((performance.now() - began) / 1000).toFixed(1);
    // The stack's own share included: what the times below are to be read by.
    const load = loadavg()[0].toFixed(1);
    this.findings.saw(
      `everything runs after ${['yarn dev', ...args].join(' ')}`,
      `${took} s (load average of the machine then: ${load})`,
    );
    await waitUntil(() => dev.printed().includes('First samples'), {
      withinMs: 60_000,
    });
  }

  /** Notes a time that the stack itself printed. */
  tell(what: string, pattern: RegExp, limitSeconds?: number): void {
    const time = pattern.exec(this.#dev?.printed() ?? '')?.[1];
    const saw = time ?? 'never';
    if (limitSeconds === undefined) {
      this.findings.saw(what, saw);
    } else {
      const held = Number.parseFloat(saw) <= limitSeconds;
      this.findings.holds(what, `within ${limitSeconds} s`, saw, held);
    }
  }

  tellFirstSamples(): void {
    this.tell('first samples of this machine', /(\S+ s) after the start/, 15);
  }

  async killComponent(name: string): Promise<void> {
    const pid = (await this.#pids())[name];
    this.findings.ran(`kill -9 ${name}`);
    process.kill(pid, 'SIGKILL');
    const reported = await waitUntil(
      () => this.#dev!.printed().includes(`${name} died`),
      { withinMs: 10_000 },
    );
    this.findings.holds(
      `${name} killed`,
      'reported and left down',
      reported ? 'reported and left down' : 'not reported',
      reported,
    );
    this.findings.ran(`yarn stack start ${name}`);
    const answer = await outputOf(
      'src/cli/stack.ts',
      ['start', name],
      this.#env(),
    );
    const runs = answer.includes(`${name} `) && /running/.test(answer);
    this.findings.holds(
      `${name} started again`,
      'runs',
      runs ? 'runs' : answer.trim(),
      runs,
    );
  }

  async endBy(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const dev = this.#dev!;
    const groups = Object.values(await this.#pids());
    this.findings.ran(`kill -${signal.slice(3)} the supervisor`);
    const began = performance.now();
    dev.kill(signal);
    await once(dev, 'close');
    const left =
      signal === 'SIGKILL' ? await leftOf(groups) : processesOf(groups);
    const took = ((performance.now() - began) / 1000).toFixed(1);
    this.findings.holds(
      `processes left after ${signal} (of ${groups.length} groups)`,
      'none',
      left.length === 0 ? `none after ${took} s` : left.join('; '),
      left.length === 0,
    );
  }

  abandon(): void {
    this.#dev?.kill('SIGKILL');
  }

  async #pids(): Promise<Record<string, number>> {
    const text = await outputOf('src/cli/stack.ts', ['status'], this.#env());
    const rows = text.trim().split('\n').slice(1);
    const cells = rows.map(row => row.trim().split(/\s+/));
    return Object.fromEntries(
      cells.map(([name, , pid]) => [name, Number(pid)]),
    );
  }

  #env(): NodeJS.ProcessEnv {
    return {
      GOMON_STATE_DIR: this.dir,
      GOMON_STARTED_AT: String(Date.now()),
      KAFKA_BROKERS: undefined,
      VICTORIA_METRICS_URL: undefined,
    };
  }
}
