import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { Pipeline, PipelineName } from '@gomon/plugin-gomon-common';
import { Probe } from '@gomon/plugin-gomon-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { readGomonConfig } from '../../src/config/readGomonConfig';
import { Engine } from '../../src/engine/Engine';
import { createProbes } from '../../src/probes/createProbes';
import { silentLogger } from '../../src/testing/fixtures';
import { platformTopology } from './catalog';
import { MemoryStore } from '../../src/testing/MemoryStore';

/** What the watched pipeline says at one moment. */
export interface Verdict {
  status: string;
  /** Names of the entities that are blamed. */
  causes: string[];
  affected: string[];
  sentence: string;
}

/** The engine at work on real servers, without a portal around it. */
export class Watch {
  readonly store = new MemoryStore();
  /** Every component that has been blamed since {@link forget}, and what was first said of it. */
  readonly blamed = new Map<string, string>();
  readonly #stop = new AbortController();
  #running?: Promise<void>;

  private constructor(readonly name: PipelineName) {}

  static async start(
    gomon: JsonObject,
    intervalMs = 5000,
    name: PipelineName = 'metrics',
    around: (probes: Probe[]) => Probe[] = probes => probes,
  ): Promise<Watch> {
    const config = readGomonConfig(new ConfigReader({ gomon }));
    const topology = await platformTopology();
    const watch = new Watch(name);
    const engine = new Engine({
      probes: around(createProbes(config)),
      readTopology: async () => topology,
      store: watch.store,
      environments: ['default'],
      timeLimitMs: config.engine.timeLimit,
      logger: silentLogger,
      runbook: () => [],
    });
    watch.#running = watch.#run(engine, intervalMs);
    return watch;
  }

  get pipeline(): Pipeline | undefined {
    return this.store.snapshot.pipelines.find(({ name }) => name === this.name);
  }

  get verdict(): Verdict {
    const {
      status,
      causes = [],
      stages = [],
      sentence = '',
    } = this.pipeline ?? {};
    return {
      status: status ?? 'unknown',
      causes: causes.map(({ entityRef }) => nameOf(entityRef)).sort(),
      affected: stages
        .filter(({ role }) => role === 'affected')
        .map(({ entityRef }) => nameOf(entityRef)),
      sentence,
    };
  }

  forget(): void {
    this.blamed.clear();
  }

  /** Seconds until the verdict is as wanted. @throws with the last verdict when it is not in time. */
  async until(
    wanted: (verdict: Verdict) => boolean,
    withinMs: number,
  ): Promise<number> {
    const startedAt = Date.now();
    while (!wanted(this.verdict)) {
      if (Date.now() - startedAt > withinMs) {
        throw new Error(
          `Not in ${withinMs / 1000} s; at last: ${JSON.stringify(
            this.verdict,
          )}`,
        );
      }
      await sleep(100);
    }
    return (Date.now() - startedAt) / 1000;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(engine: Engine, intervalMs: number): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const startedAt = Date.now();
      await engine.runCycle(new Date(), this.#stop.signal);
      for (const { entityRef, sentence } of this.pipeline?.causes ?? []) {
        const cause = nameOf(entityRef);
        if (!this.blamed.has(cause)) this.blamed.set(cause, sentence);
      }
      const left = Math.max(0, intervalMs - (Date.now() - startedAt));
      await sleep(left, undefined, { signal: this.#stop.signal }).catch(
        () => {},
      );
    }
    await engine.close();
  }
}

function nameOf(entityRef: string): string {
  return entityRef.slice(entityRef.indexOf('/') + 1);
}
