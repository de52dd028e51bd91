import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Probe, ProbeReport, Topology } from '@gomon/plugin-gomon-node';
import { timeLimit } from './timeLimit';

/** What came of calling a probe in one cycle. */
export type Look =
  | { probe: Probe; outcome: 'report'; report: ProbeReport }
  | { probe: Probe; outcome: 'failed'; reason: string }
  /** Left out in this cycle, because it failed a short while ago or has no components. */
  | { probe: Probe; outcome: 'skipped' };

const MAX_BACK_OFF_MS = 30_000;

/** Calls one probe, cycle after cycle, so that it can hang or throw at nobody's cost but its own. */
export class ProbeRunner {
  #running?: Promise<unknown>;
  #failures = 0;
  #notBefore = -Infinity;

  constructor(
    private readonly probe: Probe,
    private readonly options: { timeLimitMs: number; logger: LoggerService },
  ) {}

  async look(topology: Topology, now: Date, stop: AbortSignal): Promise<Look> {
    const { probe } = this;
    const components = topology.components.filter(({ stage }) =>
      probe.stages.includes(stage),
    );
    if (components.length === 0 || now.getTime() < this.#notBefore) {
      return { probe, outcome: 'skipped' };
    }
    try {
      const report = await this.#lookInTime(topology, components, now, stop);
      this.#failures = 0;
      return { probe, outcome: 'report', report };
    } catch (error) {
      return this.#fail(error, now);
    }
  }

  async #lookInTime(
    topology: Topology,
    components: Topology['components'],
    now: Date,
    stop: AbortSignal,
  ): Promise<ProbeReport> {
    if (this.#running) throw new Error('its last look still runs');
    const { timeLimitMs, logger } = this.options;
    const signal = timeLimit(timeLimitMs, stop);
    // Through a promise, so that a probe that throws at once is treated like one that rejects.
    const look = Promise.resolve().then(() =>
      this.probe.look({ components, topology, now, signal, logger }),
    );
    this.#running = look;
    const done = () => (this.#running = undefined);
    look.then(done, done);
    return await Promise.race([look, rejectOn(signal, timeLimitMs)]);
  }

  #fail(error: unknown, now: Date): Look {
    this.#failures += 1;
    // The first failures are repeated without delay: hysteresis waits for them.
    if (this.#failures >= 3) {
      const backOffMs = this.options.timeLimitMs * 2 ** (this.#failures - 3);
      this.#notBefore = now.getTime() + Math.min(backOffMs, MAX_BACK_OFF_MS);
    }
    const reason =
      error instanceof Error ? error.message : stringifyError(error);
    this.options.logger.debug(`Probe ${this.probe.id} failed: ${reason}`);
    return { probe: this.probe, outcome: 'failed', reason };
  }
}

function rejectOn(signal: AbortSignal, timeLimitMs: number): Promise<never> {
  return new Promise((_, reject) => {
    const give = () =>
      reject(new Error(`no answer within ${timeLimitMs / 1000} s`));
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
  });
}
