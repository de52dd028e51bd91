import {
  Component,
  ComponentReport,
  FlowReport,
  Probe,
  ProbeContext,
} from '@gomon/plugin-gomon-node';
import { AggregatorInstance } from '../../config/schema';
import { selectInstance } from '../../config/selectInstance';
import { lookFailed } from '../lookFailed';
import { notConfigured } from '../notConfigured';
import { readReplica } from './AggregatorClient';
import { answersCheck } from './answers';
import { readyChecks } from './ready';
import { Losses } from './Losses';
import { upstream } from '../neighbour';
import { Throughput } from './Throughput';

interface Look {
  components: ComponentReport[];
  flows: FlowReport[];
}

const setup = `gomon:
  aggregator:
    - urls: [http://aggregator:2113]`;

/** Readiness with its reasons, throughput and losses of the aggregator. */
export class AggregatorProbe implements Probe {
  readonly id = 'aggregator';
  readonly stages = ['aggregator'];
  readonly #throughput = new Map<string, Throughput>();
  readonly #losses = new Map<string, Losses>();

  constructor(
    private readonly instances: readonly AggregatorInstance[],
    private readonly timeoutMs: number,
  ) {}

  async look(context: ProbeContext) {
    const looks = await Promise.all(
      context.components.map(component => this.#lookAt(component, context)),
    );
    return {
      components: looks.flatMap(({ components }) => components),
      flows: looks.flatMap(({ flows }) => flows),
    };
  }

  async #lookAt(component: Component, context: ProbeContext): Promise<Look> {
    const { entityRef, title } = component;
    const { now, signal, topology } = context;
    const instance = selectInstance(this.instances, component);
    if (!instance) {
      const checks = [notConfigured(this.id, title, setup)];
      return { components: [{ entityRef, checks }], flows: [] };
    }
    const answers = await Promise.allSettled(
      instance.urls.map(url =>
        readReplica(url, instance, this.timeoutMs, signal),
      ),
    );
    const replicas = answers.flatMap(answer =>
      answer.status === 'fulfilled' ? [answer.value] : [],
    );
    const failures = answers.flatMap(answer =>
      answer.status === 'rejected' ? [answer.reason] : [],
    );
    if (replicas.length === 0) {
      const checks = [
        lookFailed('aggregator.answers', 'Answers', title, failures[0]),
      ];
      return { components: [{ entityRef, checks }], flows: [] };
    }
    const throughput = this.#throughput.get(entityRef) ?? new Throughput();
    this.#throughput.set(entityRef, throughput);
    throughput.add(replicas, now);
    const losses = this.#losses.get(entityRef) ?? new Losses();
    this.#losses.set(entityRef, losses);
    losses.add(replicas, now);
    const agents = upstream(component, 'agent', topology).map(agent => ({
      entityRef: agent.entityRef,
      checks: losses.checks('agent'),
    }));
    return {
      components: [
        {
          entityRef,
          checks: [
            answersCheck(title, replicas.length, failures),
            ...readyChecks(component, replicas, topology),
            ...losses.checks('aggregator'),
          ],
          figures: throughput.figures(),
        },
        ...agents,
      ],
      flows: flowsToDatabase(entityRef, throughput, context),
    };
  }
}

function flowsToDatabase(
  entityRef: string,
  throughput: Throughput,
  { topology }: ProbeContext,
): FlowReport[] {
  const value = throughput.samplesPerSecond();
  if (value === undefined) return [];
  const databases = new Set(
    topology.components
      .filter(({ stage }) => stage === 'tsdb')
      .map(database => database.entityRef),
  );
  return topology.flows
    .filter(({ from, to }) => from === entityRef && databases.has(to))
    .map(flow => ({
      ...flow,
      figures: [{ id: 'samples', label: 'samples', value, unit: 'samples/s' }],
      flowing: value > 0,
    }));
}
