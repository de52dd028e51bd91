import { join } from 'node:path';
import {
  type GuardedProcess,
  lastLine,
  Problem,
  run,
  spawnGuarded,
  waitUntil,
} from '@gomon/dev-stack';
import {
  type BuiltImage,
  canLimit,
  type CgroupReading,
  container,
  limitedGroup,
  type LimitedGroup,
  parseReading,
  type PodPart,
  quantity,
  readingScript,
} from '@gomon/platform';
import type { Findings } from '../findings';

const MIB = 2 ** 20;
const LOOK_EVERY_MS = 1_000;

/** A container of an image with what its pod gives it, memory and processor time limited as there. */
export class RunningImage {
  readonly #child: GuardedProcess;
  readonly #group: LimitedGroup | undefined;
  readonly #said: string[] = [];
  readonly #watch: NodeJS.Timeout;
  #ended = false;
  #looking = false;
  #peakBytes = 0;
  #last: CgroupReading | undefined;

  /** @param port - Where it listens. */
  constructor(
    readonly name: string,
    readonly image: BuiltImage,
    readonly part: PodPart,
    readonly dir: string,
    readonly port: number,
  ) {
    this.#group = canLimit()
      ? limitedGroup(dir, {
          memoryBytes: quantity(part.limits.memory),
          cpuCores: quantity(part.limits.cpu),
        })
      : undefined;
    this.#child = spawnGuarded(
      container(image, {
        ...part,
        dir: join(dir, 'container'),
        members: this.#group?.members,
      }),
    );
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8').on('data', text => this.#said.push(text));
    }
    void this.#child.exited.then(() => {
      this.#ended = true;
    });
    this.#watch = setInterval(() => void this.#look(), LOOK_EVERY_MS);
  }

  get said(): string {
    return this.#said.join('');
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Asks it, once more where a connection that was kept open has just been closed. */
  async get(path: string, token?: string): Promise<Response> {
    let answer: Response | undefined;
    await waitUntil(
      async () => {
        answer = await fetch(this.url + path, {
          headers: token ? { authorization: `Bearer ${token}` } : {},
        });
        return true;
      },
      { withinMs: 30_000, until: () => this.#ended },
    );
    if (answer) return answer;
    throw new Problem(
      `${this.name} does not answer ${path}: ${lastLine(this.said)}`,
    );
  }

  /** Its probes and its own health check, with the time until it had started. */
  async verifyHealth(findings: Findings): Promise<void> {
    const began = performance.now();
    const { startWithinMs, probes } = this.part;
    const wrong: string[] = [];
    for (const [probe, path] of Object.entries(probes)) {
      let status = 'no answer';
      const answered = await waitUntil(
        async () => {
          status = `HTTP ${(await fetch(this.url + path)).status}`;
          return status === 'HTTP 200';
        },
        { withinMs: startWithinMs, until: () => this.#ended },
      );
      if (!answered) wrong.push(`${probe} ${path}: ${status}`);
    }
    if (this.#ended) {
      throw new Problem(`${this.name} ended: ${lastLine(this.said)}`);
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    findings.holds(
      `${this.name}: probes ${Object.keys(probes).join(', ')}`,
      'all answered with 200',
      wrong.length === 0 ? `all, after ${seconds} s` : wrong.join('; '),
      wrong.length === 0,
    );
    const here = await this.#healthCheck(this.port);
    const nowhere = await this.#healthCheck(1);
    findings.holds(
      `${this.name}: health check of the image, with and without a server`,
      'exit codes 0 and 1',
      `exit codes ${here} and ${nowhere}`,
      here === 0 && nowhere === 1,
    );
  }

  /** Ends it as the kubelet does, and tells what it took until then. */
  async verifyEnd(findings: Findings): Promise<void> {
    await this.#look();
    const began = performance.now();
    this.#child.signal('SIGTERM');
    const force = setTimeout(
      () => this.#child.signal('SIGKILL'),
      this.part.endWithinMs,
    );
    const { code, signal } = await this.#child.exited;
    clearTimeout(force);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    findings.holds(
      `${this.name}: told to end`,
      `ends with 0 within ${this.part.endWithinMs / 1000} s`,
      `${code === null ? signal : `exit code ${code}`} after ${seconds} s`,
      code === 0,
    );
    const denied = this.said
      .split('\n')
      .filter(line => /EROFS|EACCES|read-only file system/i.test(line));
    findings.holds(
      `${this.name}: writes that the read-only root refused`,
      'none',
      denied[0] ?? 'none',
      denied.length === 0,
    );
    if (this.#last) {
      const limit = this.part.limits.memory;
      const { oomKills, cpuPeriods, cpuThrottledPeriods } = this.#last;
      const throttled = Math.round((100 * cpuThrottledPeriods) / cpuPeriods);
      findings.holds(
        `${this.name}: killed for want of memory, of ${limit}`,
        'never',
        `${oomKills} times; at most ${Math.round(
          this.#peakBytes / MIB,
        )} MiB in use, throttled in ${throttled || 0} % of its periods`,
        oomKills === 0,
      );
    }
    await this.remove();
  }

  /** Ends it by force, where it still runs. */
  async remove(): Promise<void> {
    clearInterval(this.#watch);
    this.#child.signal('SIGKILL');
    await this.#child.exited;
    this.#group?.remove();
  }

  async #healthCheck(port: number): Promise<number | null> {
    const own = String(this.image.settings.ports[0]);
    const [, ...args] = this.image.settings.healthCheck.map(word =>
      word.replaceAll(`:${own}`, `:${port}`),
    );
    const { code } = await run({
      file: process.execPath,
      args,
      env: { ...this.part.env, METRICS_PORT: String(port) },
    });
    return code;
  }

  async #look(): Promise<void> {
    // A look that takes long is not overtaken by the next.
    if (!this.#group || this.#ended || this.#looking) return;
    this.#looking = true;
    const { output } = await run({
      file: '/bin/sh',
      args: ['-c', readingScript(this.#group.root)],
    });
    this.#last = parseReading(output);
    this.#peakBytes = Math.max(this.#peakBytes, this.#last.memoryUsedBytes);
    this.#looking = false;
  }
}
