import {
  Component,
  ComponentReport,
  FlowReport,
  Probe,
  ProbeContext,
  ProbeReport,
} from '@gomon/plugin-gomon-node';
import { KafkaInstance } from '../../config/schema';
import { selectInstance } from '../../config/selectInstance';
import { CounterRate } from '../CounterRate';
import { lookFailed } from '../lookFailed';
import { notConfigured } from '../notConfigured';
import { onceEach } from '../onceEach';
import { brokersCheck, topicChecks } from './brokerChecks';
import { groupChecks } from './groupChecks';
import { Consumer, consumersOf } from './consumers';
import { lagCheck } from './lagCheck';
import { LagHistory } from './LagHistory';
import { readKafka } from './readKafka';
import { BrokerAddress, KafkaSnapshot } from './snapshot';

const setup = `gomon:
  kafka:
    - brokers: [kafka-0:9092, kafka-1:9092, kafka-2:9092]`;

const RATE_WINDOW_MS = 30_000;
/** For how long a lost broker may hold up those who used it: session time-out, election, and what their clients wait for. */
const FAIL_OVER_MS = 60_000;

type Read = (instance: KafkaInstance) => Promise<KafkaSnapshot>;

/** What is remembered of a cluster from one look to the next. */
interface Memory {
  /** Every broker that has been seen, by id. */
  brokers: Map<number, BrokerAddress>;
  reachable: number;
  /** When a broker was lost last, Unix milliseconds. */
  lostAt: number;
  produced: CounterRate;
  /** By consumer group. */
  groups: Map<string, GroupMemory>;
}

/** What is remembered of a consumer group. */
interface GroupMemory {
  lags: LagHistory;
  /** Messages that it has brought to what comes after it. */
  accepted: CounterRate;
}

/** Brokers, topic and partitions of Kafka, what agents write to it, and how far its consumers are behind. */
export class KafkaProbe implements Probe {
  readonly id = 'kafka';
  readonly stages = ['broker'];
  readonly #memories = new Map<string, Memory>();

  constructor(
    private readonly instances: readonly KafkaInstance[],
    private readonly timeoutMs: number,
  ) {}

  async look(context: ProbeContext): Promise<ProbeReport> {
    const read = onceEach((instance: KafkaInstance) =>
      readKafka(instance, this.#groupsOf(instance, context), this.timeoutMs),
    );
    const reports = await Promise.all(
      context.components.map(component =>
        this.#lookAt(component, context, read),
      ),
    );
    return {
      components: reports.flatMap(report => report.components),
      flows: reports.flatMap(report => report.flows ?? []),
    };
  }

  /** The groups of all that read from a cluster. */
  #groupsOf(
    instance: KafkaInstance,
    { components, topology }: ProbeContext,
  ): string[] {
    const groups = components
      .filter(other => selectInstance(this.instances, other) === instance)
      .flatMap(other => consumersOf(other, instance, topology))
      .map(({ groupId }) => groupId);
    return [...new Set(groups)];
  }

  async #lookAt(
    component: Component,
    context: ProbeContext,
    read: Read,
  ): Promise<ProbeReport> {
    const { entityRef, title } = component;
    const instance = selectInstance(this.instances, component);
    if (!instance) {
      return {
        components: [
          { entityRef, checks: [notConfigured(this.id, title, setup)] },
        ],
      };
    }
    const consumers = consumersOf(component, instance, context.topology);
    try {
      const snapshot = await read(instance);
      return this.#report(component, instance, consumers, snapshot, context);
    } catch (error) {
      const check = lookFailed('kafka.brokers', 'Brokers', title, error);
      const unseen = consumers.map(consumer => lagUnseen(consumer, component));
      return { components: [{ entityRef, checks: [check] }, ...unseen] };
    }
  }

  #report(
    component: Component,
    instance: KafkaInstance,
    consumers: Consumer[],
    snapshot: KafkaSnapshot,
    { now, topology }: ProbeContext,
  ): ProbeReport {
    const { entityRef, title } = component;
    const memory = this.#memoryOf(entityRef, snapshot, now);
    const high = snapshot.offsets && sum(snapshot.offsets.high.values());
    memory.produced.add(high, now);
    const produced =
      high === undefined ? undefined : memory.produced.perSecond();

    const components: ComponentReport[] = [
      {
        entityRef,
        checks: [
          brokersCheck(
            title,
            snapshot,
            instance.expectedBrokers ?? memory.brokers.size,
            memory.brokers,
            now.getTime() - memory.lostAt < FAIL_OVER_MS,
          ),
          ...topicChecks(title, instance.topic, snapshot),
        ],
        figures: [
          ...(produced === undefined
            ? []
            : [
                {
                  id: 'messages',
                  label: 'messages in',
                  value: produced,
                  unit: 'messages/s' as const,
                },
              ]),
          ...(snapshot.deadLetters === undefined
            ? []
            : [
                {
                  id: 'dead-letters',
                  label: 'dead letters kept',
                  value: snapshot.deadLetters,
                  unit: 'messages' as const,
                },
              ]),
        ],
      },
    ];
    const flows: FlowReport[] = topology.flows
      .filter(({ to }) => to === entityRef && produced !== undefined)
      .map(flow => ({
        ...flow,
        figures: [
          {
            id: 'messages',
            label: 'messages',
            value: produced!,
            unit: 'messages/s',
          },
        ],
        flowing: produced! > 0,
      }));

    for (const consumer of consumers) {
      const group = snapshot.groups.get(consumer.groupId);
      if (!snapshot.offsets || !group) {
        components.push(lagUnseen(consumer, component));
        continue;
      }
      const { lags, accepted } = groupMemory(memory, consumer.groupId);
      const lag = lags.add(snapshot.offsets, group, now);
      accepted.add(sum(group.accepted.values()), now);
      const consumed = accepted.perSecond();
      components.push({
        entityRef: consumer.component.entityRef,
        checks: [
          lagCheck(consumer.groupId, lag, instance.maxSecondsBehind),
          ...groupChecks(consumer.groupId, group.membership, entityRef),
        ],
      });
      flows.push({
        from: entityRef,
        to: consumer.component.entityRef,
        figures: [
          { id: 'lag', label: 'lag', value: lag.messages, unit: 'messages' },
          {
            id: 'behind',
            label: 'behind',
            value: lag.seconds,
            unit: 'seconds',
          },
        ],
        flowing: consumed === undefined ? undefined : consumed > 0,
      });
    }
    return { components, flows };
  }

  #memoryOf(entityRef: string, { brokers }: KafkaSnapshot, now: Date): Memory {
    const memory = this.#memories.get(entityRef) ?? {
      brokers: new Map(),
      reachable: 0,
      lostAt: -Infinity,
      produced: new CounterRate(RATE_WINDOW_MS),
      groups: new Map(),
    };
    for (const { nodeId, host, port } of brokers) {
      memory.brokers.set(nodeId, { host, port });
    }
    const reachable = brokers.filter(broker => broker.reachable).length;
    if (reachable < memory.reachable) memory.lostAt = now.getTime();
    memory.reachable = reachable;
    this.#memories.set(entityRef, memory);
    return memory;
  }
}

function groupMemory(memory: Memory, groupId: string): GroupMemory {
  const known = memory.groups.get(groupId) ?? {
    lags: new LagHistory(),
    accepted: new CounterRate(RATE_WINDOW_MS),
  };
  memory.groups.set(groupId, known);
  return known;
}

function lagUnseen(
  { component, groupId }: Consumer,
  broker: Component,
): ComponentReport {
  return {
    entityRef: component.entityRef,
    checks: [
      {
        id: 'kafka.lag',
        title: 'Lag',
        status: 'unknown',
        failure: 'unseen',
        explainedBy: broker.entityRef,
        sentence: `How far ${groupId} is behind cannot be seen: ${broker.title} does not say.`,
      },
    ],
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
