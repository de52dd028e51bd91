import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Action,
  Pipeline,
  PipelineEdge,
  Status,
} from '@gomon/plugin-gomon-common';
import { Component, Probe, Topology } from '@gomon/plugin-gomon-node';
import { diagnose, SettledChecks } from './diagnose';
import { componentState } from './health';
import { settle } from './hysteresis';
import { Observation, observe } from './observe';
import { Diagnosis, pipelinesOf } from './pipelines';
import { Look, ProbeRunner } from './ProbeRunner';
import { Explanation } from './rootCause';
import { inSlices, nextTurn } from './slices';
import { ComponentState } from './state';
import { Snapshot, StateStore } from './StateStore';
import { transitions } from './transitions';

/** What the engine needs of the world around it. */
export interface EngineOptions {
  probes: readonly Probe[];
  readTopology(now: Date): Promise<Topology>;
  store: StateStore;
  environments: readonly string[];
  timeLimitMs: number;
  logger: LoggerService;
  /** Called with what came of the looks, and with what was stored. */
  onLooks?(looks: readonly Look[]): void;
  afterCycle?(snapshot: Snapshot, topology: Topology, now: Date): Promise<void>;
  /** Operational commands of a component. */
  runbook(component: Component): Action[];
}

/** What came of one cycle. */
export interface CycleResult {
  /** Anything that people see is different. */
  changed: boolean;
  /** A check was seen to be otherwise than it counts, but not yet often enough: the next look should come soon. */
  undecided: boolean;
}

/**
 * The health engine. One cycle: read the topology, look with all probes, settle, find causes, roll up, store.
 */
export class Engine {
  readonly #runners: ProbeRunner[];
  /** Last flows by probe; only for the map, so they need not outlive the process. */
  #flows: Record<string, PipelineEdge[]> = {};

  constructor(private readonly options: EngineOptions) {
    const { timeLimitMs, logger } = options;
    this.#runners = options.probes.map(
      probe => new ProbeRunner(probe, { timeLimitMs, logger }),
    );
  }

  /** Runs one cycle. */
  async runCycle(now: Date, stop: AbortSignal): Promise<CycleResult> {
    const { store } = this.options;
    const [topology, before] = await Promise.all([
      this.options.readTopology(now),
      store.load(),
    ]);
    const looks = await Promise.all(
      this.#runners.map(async runner => {
        await nextTurn();
        return runner.look(topology, now, stop);
      }),
    );
    this.options.onLooks?.(looks);
    if (stop.aborted) return { changed: false, undecided: false };
    await nextTurn();
    const observed = observe(topology.components, looks, before.states, now);
    this.#flows = { ...this.#flows, ...observed.flows };

    await nextTurn();
    const settled = settleAll(observed.components, before.states);
    await nextTurn();
    const explanations = diagnose(topology, settled, now);
    const explanationsOf = byComponent(explanations);
    const states = new Map(
      await inSlices(observed.components, observation => {
        const { entityRef } = observation.component;
        const state = componentState(
          observation,
          settled.get(entityRef)!,
          explanationsOf.get(entityRef) ?? [],
          before.states.get(entityRef),
          now,
        );
        state.health.runbook = this.options.runbook(observation.component);
        return [entityRef, state] as const;
      }),
    );
    const flows = Object.values(this.#flows).flat();
    const diagnosis: Diagnosis = { topology, states, explanations, flows, now };
    const drawn = await inSlices(this.options.environments, environment =>
      pipelinesOf(diagnosis, environment, (name, status) =>
        since(before.pipelines, environment, name, status, now),
      ),
    );
    const pipelines = drawn.flat();
    const after: Snapshot = { states, pipelines };
    await nextTurn();
    const events = transitions(before, after, now);
    await store.save(after, events, observed.hosts, now);
    await this.options.afterCycle?.(after, topology, now);
    return {
      changed: events.length > 0 || (await moved(before.pipelines, pipelines)),
      undecided: [...settled.values()].some(checks =>
        [...checks.values()].some(({ memory }) => memory.disagreeing > 0),
      ),
    };
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.options.probes.map(probe => probe.close?.()));
  }
}

function settleAll(
  observations: readonly Observation[],
  before: ReadonlyMap<string, ComponentState>,
): Map<string, SettledChecks> {
  return new Map(
    observations.map(({ component: { entityRef }, checks }) => {
      const memory = before.get(entityRef)?.memory ?? {};
      return [
        entityRef,
        new Map(
          checks.map(check => [check.id, settle(memory[check.id], check)]),
        ),
      ];
    }),
  );
}

function since(
  before: readonly Pipeline[],
  environment: string,
  name: string,
  status: Status,
  now: Date,
): string {
  const known = before.find(
    pipeline => pipeline.environment === environment && pipeline.name === name,
  );
  return (known?.status === status && known.since) || now.toISOString();
}

function byComponent(
  explanations: readonly Explanation[],
): Map<string, Explanation[]> {
  const grouped = new Map<string, Explanation[]>();
  for (const explanation of explanations) {
    const own = grouped.get(explanation.entityRef) ?? [];
    own.push(explanation);
    grouped.set(explanation.entityRef, own);
  }
  return grouped;
}

/** Whether a figure, a word or a status differs; the age alone does not count. */
async function moved(
  before: readonly Pipeline[],
  after: readonly Pipeline[],
): Promise<boolean> {
  if (before.length !== after.length) return true;
  // The database hands them out in any order.
  const keyOf = ({ environment, name }: Pipeline) => `${environment} ${name}`;
  const known = new Map(before.map(pipeline => [keyOf(pipeline), pipeline]));
  const withoutAges = (pipeline: Pipeline | undefined) =>
    JSON.stringify(pipeline, (key, value) =>
      key === 'observedAt' ? undefined : value,
    );
  const differences = await inSlices(
    after,
    pipeline =>
      withoutAges(pipeline) !== withoutAges(known.get(keyOf(pipeline))),
  );
  return differences.includes(true);
}
