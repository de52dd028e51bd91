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
      this.#runners.map(runner => runner.look(topology, now, stop)),
    );
    this.options.onLooks?.(looks);
    if (stop.aborted) return { changed: false, undecided: false };
    const observed = observe(topology.components, looks, before.states, now);
    this.#flows = { ...this.#flows, ...observed.flows };

    const settled = settleAll(observed.components, before.states);
    const explanations = diagnose(topology, settled, now);
    const states = new Map(
      observed.components.map(observation => {
        const { entityRef } = observation.component;
        const state = componentState(
          observation,
          settled.get(entityRef)!,
          explanations.filter(entry => entry.entityRef === entityRef),
          before.states.get(entityRef),
          now,
        );
        state.health.runbook = this.options.runbook(observation.component);
        return [entityRef, state];
      }),
    );
    const flows = Object.values(this.#flows).flat();
    const diagnosis: Diagnosis = { topology, states, explanations, flows, now };
    const pipelines = this.options.environments.flatMap(environment =>
      pipelinesOf(diagnosis, environment, (name, status) =>
        since(before.pipelines, environment, name, status, now),
      ),
    );
    const after: Snapshot = { states, pipelines };
    const events = transitions(before, after, now);
    await store.save(after, events, observed.hosts, now);
    await this.options.afterCycle?.(after, topology, now);
    return {
      changed: events.length > 0 || moved(before.pipelines, pipelines),
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

/** Whether a figure, a word or a status differs; the age alone does not count. */
function moved(
  before: readonly Pipeline[],
  after: readonly Pipeline[],
): boolean {
  const withoutAges = (pipelines: readonly Pipeline[]) =>
    JSON.stringify(pipelines, (key, value) =>
      key === 'observedAt' ? undefined : value,
    );
  return withoutAges(before) !== withoutAges(after);
}
