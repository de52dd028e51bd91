import {
  CheckReport,
  Component,
  ComponentReport,
  FlowReport,
  HostSupplement,
  Probe,
  ProbeContext,
} from '@gomon/plugin-gomon-node';
import { AggregatorInstance } from '../../config/schema';
import { selectInstance } from '../../config/selectInstance';
import { lookFailed } from '../lookFailed';
import { notConfigured } from '../notConfigured';
import { onceEach } from '../onceEach';
import { readReplica, Replica } from './AggregatorClient';
import { upstream } from '../neighbour';
import { answersCheck } from './answers';
import { Delay } from './Delay';
import { Losses } from './Losses';
import { readyChecks } from './ready';
import { Repeats } from './Repeats';
import { Resources } from './Resources';
import { Throughput } from './Throughput';

/** What is remembered of an aggregator from one look to the next. */
class Memory {
  readonly throughput = new Throughput();
  readonly losses = new Losses();
  readonly delay = new Delay();
  readonly repeats = new Repeats();
  readonly resources = new Resources();

  add(replicas: readonly Replica[], now: Date): void {
    this.throughput.add(replicas, now);
    this.losses.add(replicas, now);
    this.delay.add(replicas, now);
    this.repeats.add(replicas, now);
    this.resources.add(replicas, now);
  }
}

type Read = (
  instance: AggregatorInstance,
) => Promise<PromiseSettledResult<Replica>[]>;

interface Look {
  components: ComponentReport[];
  flows: FlowReport[];
  hostSupplements: HostSupplement[];
}

const setup = `gomon:
  aggregator:
    - urls: [http://aggregator:2113]`;

/** Readiness with its reasons, throughput, delay, losses and resources of the aggregator. */
export class AggregatorProbe implements Probe {
  readonly id = 'aggregator';
  readonly stages = ['aggregator'];
  readonly #memories = new Map<string, Memory>();

  constructor(
    private readonly instances: readonly AggregatorInstance[],
    private readonly timeoutMs: number,
  ) {}

  async look(context: ProbeContext) {
    const read = onceEach((instance: AggregatorInstance) =>
      Promise.allSettled(
        instance.urls.map(url =>
          readReplica(url, instance, this.timeoutMs, context.signal),
        ),
      ),
    );
    const looks = await Promise.all(
      context.components.map(component =>
        this.#lookAt(component, context, read),
      ),
    );
    return {
      components: looks.flatMap(({ components }) => components),
      flows: looks.flatMap(({ flows }) => flows),
      hostSupplements: looks.flatMap(look => look.hostSupplements),
    };
  }

  async #lookAt(
    component: Component,
    context: ProbeContext,
    read: Read,
  ): Promise<Look> {
    const { entityRef, title } = component;
    const { now, topology } = context;
    const instance = selectInstance(this.instances, component);
    if (!instance) {
      const checks = [notConfigured(this.id, title, setup)];
      return onlyChecks(entityRef, checks);
    }
    const answers = await read(instance);
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
      return onlyChecks(entityRef, checks);
    }
    const memory = this.#memories.get(entityRef) ?? new Memory();
    this.#memories.set(entityRef, memory);
    memory.add(replicas, now);
    const { throughput, losses, delay, repeats, resources } = memory;
    const agents = upstream(component, 'agent', topology).map(agent => ({
      entityRef: agent.entityRef,
      checks: losses.checks('agent'),
      figures: losses.figures(),
    }));
    return {
      components: [
        {
          entityRef,
          checks: [
            answersCheck(title, replicas.length, failures),
            ...readyChecks(component, replicas, topology),
            ...losses.checks('aggregator'),
            ...resources.checks(title),
          ],
          figures: [
            ...throughput.figures(),
            ...delay.figures(),
            ...resources.figures(),
          ],
        },
        ...agents,
      ],
      flows: flowsToDatabase(entityRef, throughput, context),
      hostSupplements: repeats.hosts(component.environment),
    };
  }
}

function onlyChecks(entityRef: string, checks: CheckReport[]): Look {
  return {
    components: [{ entityRef, checks }],
    flows: [],
    hostSupplements: [],
  };
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
