import { Pipeline } from '@gomon/plugin-gomon-common';
import { Probe, ProbeReport } from '@gomon/plugin-gomon-node';
import { toTopology } from '../../catalog/toTopology';
import { entity, silentLogger } from '../../testing/fixtures';
import { MemoryStore } from '../../testing/MemoryStore';
import { Engine } from '../Engine';
import { RecordedCycle } from './recording';

const FAILED_LOOKS = 0.01;

/** The metrics pipeline, by the names of the recording. */
const topology = toTopology(
  [
    component('gomon-agent', 'agent', 'resource:default/kafka'),
    resource('kafka', 'broker', 'component:default/gomon-aggregator'),
    component(
      'gomon-aggregator',
      'aggregator',
      'resource:default/victoria-metrics',
    ),
    resource('victoria-metrics', 'tsdb'),
  ],
  'default',
);

const stages: Record<string, string> = {
  agent: 'agent',
  kafka: 'broker',
  aggregator: 'aggregator',
  'victoria-metrics': 'tsdb',
};

/** Plays recorded cycles through an engine, one look in a hundred of each probe failing. */
export class Player {
  /** Everybody who was blamed, and by what sentence. */
  readonly alarms: string[] = [];
  readonly #store = new MemoryStore();
  readonly #engine: Engine;
  readonly #random = repeatable(7);
  #cycle?: RecordedCycle;
  #played = 0;

  constructor(private readonly intervalSeconds: number) {
    this.#engine = new Engine({
      probes: Object.keys(stages).map(id => this.#probe(id)),
      readTopology: async () => topology,
      store: this.#store,
      environments: ['default'],
      timeLimitMs: 60_000,
      logger: silentLogger,
      runbook: () => [],
    });
  }

  get pipeline(): Pipeline {
    return this.#store.snapshot.pipelines[0];
  }

  async play(cycles: readonly RecordedCycle[]): Promise<void> {
    for (const cycle of cycles) {
      this.#cycle = cycle;
      const at = 1_700_000_000 + this.#played++ * this.intervalSeconds;
      await this.#engine.runCycle(
        new Date(at * 1000),
        new AbortController().signal,
      );
      for (const { entityRef, sentence } of this.pipeline.causes) {
        this.alarms.push(`${entityRef}: ${sentence}`);
      }
    }
  }

  #probe(id: string): Probe {
    return {
      id,
      stages: [stages[id]],
      look: async (): Promise<ProbeReport> => {
        const report = this.#cycle![id];
        if (typeof report === 'string') throw new Error(report);
        if (this.#random() < FAILED_LOOKS) throw new Error('no answer in time');
        return report;
      },
    };
  }
}

function component(name: string, stage: string, sendsTo: string) {
  return entity(name, stage, { sendsTo });
}

function resource(name: string, stage: string, sendsTo?: string) {
  return { ...entity(name, stage, { sendsTo }), kind: 'Resource' };
}

/** Numbers that look random and are the same in every run. */
function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
