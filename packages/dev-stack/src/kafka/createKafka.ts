import type { Component } from '../component';
import { freePort } from '../ports';
import { Problem } from '../problem';
import { waitUntil } from '../processes/wait';
import { findJava } from '../programs/java';
import { findKafkaLibraries } from '../programs/kafkaLibraries';
import { classArchive } from './classArchive';
import { createKafkaNode } from './kafkaNode';
import type { KafkaListener, KafkaNodeAddress } from './serverProperties';
import { ensureTopics, gomonTopics, withAdmin, type Topic } from './topics';

/** How a Kafka is to be set up. */
export interface KafkaOptions {
  /** Holds data and, unless told otherwise, logs; state survives a restart. */
  dir: string;
  logDir?: string;
  /** One node, or three that replicate to each other. Default 1. */
  brokers?: 1 | 3;
  /** Ports for clients, one a node; free ones where none is given. */
  ports?: number[];
  /** Made when the cluster has started; the topics of gomon by default. */
  topics?: Topic[];
  /** Added to every node's server.properties. */
  properties?: Record<string, string>;
  /** Beside the plain one; for a single node. */
  listeners?: KafkaListener[];
  /** Heap of one node in MB. Default 256. */
  heapMb?: number;
  /** Arguments of the JVM, such as `-XX:TieredStopAtLevel=4` for a measurement. */
  jvmArgs?: string[];
}

/** A Kafka cluster of one or three nodes. */
export interface KafkaCluster {
  /** Bootstrap addresses, separated by commas. */
  readonly brokers: string;
  readonly nodes: Component[];
  start(): Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** Prepares a Kafka 4 in KRaft mode, bound to loopback; fetches it when needed. */
export async function createKafka(
  options: KafkaOptions,
): Promise<KafkaCluster> {
  const size = options.brokers ?? 1;
  const java = await findJava(
    'Kafka',
    'set KAFKA_BROKERS to a Kafka that runs',
  );
  const { archive, classPath } = await findKafkaLibraries();
  const settings = {
    java,
    classPath,
    heapMb: options.heapMb ?? 256,
    dir: options.dir,
    logDir: options.logDir ?? options.dir,
    cluster: await addresses(size, options.ports),
    properties: options.properties,
    listeners: options.listeners,
    jvmArgs: [
      ...(archive ? await classArchive(archive, { java, classPath }) : []),
      ...(options.jvmArgs ?? []),
    ],
  };
  const nodes = settings.cluster.map(node =>
    createKafkaNode(size === 1 ? 'kafka' : `kafka-${node.id}`, node, settings),
  );
  const bootstrap = nodes.map(node => node.address);
  const every = async (action: (node: Component) => Promise<void>) => {
    await Promise.all(nodes.map(action));
  };
  return {
    brokers: bootstrap.join(','),
    nodes,
    async start() {
      await every(node => node.start());
      await requireAll(bootstrap);
      await ensureTopics(bootstrap, options.topics ?? gomonTopics, size);
      await requireGroups(bootstrap);
    },
    stop: () => every(node => node.stop()),
    kill: () => every(node => node.kill()),
  };
}

async function addresses(
  size: number,
  ports: number[] = [],
): Promise<KafkaNodeAddress[]> {
  const nodes: KafkaNodeAddress[] = [];
  for (let id = 0; id < size; id++) {
    nodes.push({
      id,
      brokerPort: ports[id] ?? (await freePort()),
      controllerPort: await freePort(),
    });
  }
  return nodes;
}

async function requireAll(bootstrap: string[]): Promise<void> {
  const complete = await waitUntil(
    () =>
      withAdmin(bootstrap, async admin => {
        const { brokers } = await admin.describeCluster();
        return brokers.length === bootstrap.length;
      }),
    { withinMs: 60_000 },
  );
  if (!complete) {
    throw new Problem(
      `Kafka started, but its ${bootstrap.length} nodes did not find each other within 60 s: read the logs of its nodes.`,
    );
  }
}

// The first question about a group makes Kafka create the topic of offsets;
// until that has leaders, consumers that start are told to come back later.
async function requireGroups(bootstrap: string[]): Promise<void> {
  const answers = await waitUntil(
    () =>
      withAdmin(bootstrap, async admin => {
        await admin.fetchOffsets({ groupId: 'gomon-dev-stack' });
        return true;
      }),
    { withinMs: 60_000 },
  );
  if (!answers) {
    throw new Problem(
      'Kafka started, but no node of it coordinates consumer groups after 60 s: read the logs of its nodes.',
    );
  }
}
