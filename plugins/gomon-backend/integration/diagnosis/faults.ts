import { Component } from '@gomon/dev-stack';
import { FaultProxy } from '@gomon/faults';
import type { Scene } from './Scene';

/** Something that is broken on purpose, and who is to be named for it. */
export interface StagedFault {
  readonly name: string;
  /** Names of the catalog entities that are the cause. */
  readonly causes: readonly string[];
  inject(scene: Scene): Promise<void>;
  /** Resolves when the broken thing works again. */
  repair(scene: Scene): Promise<void>;
}

const HOUR_MS = 3600_000;
const HOST = 'host-7';

type Staging = Pick<StagedFault, 'inject' | 'repair'>;

/** The coordinator of the aggregator's group among them: to lose it hurts most. */
const brokersKilled = (count: number): Staging => {
  let killed: readonly Component[] = [];
  return {
    inject: async scene => {
      killed = (await scene.brokersCoordinatorFirst()).slice(0, count);
      await Promise.all(killed.map(node => node.kill()));
    },
    repair: async () => {
      await Promise.all(killed.map(node => node.start()));
    },
  };
};

const proxyBehaves = (
  which: (scene: Scene) => FaultProxy,
  behaviour: Parameters<FaultProxy['behave']>[0],
): Staging => ({
  inject: async scene => which(scene).behave(behaviour),
  repair: async scene => which(scene).behave({ kind: 'pass' }),
});

const databaseKilled: Staging = {
  inject: ({ database }) => database.kill(),
  repair: ({ database }) => database.start(),
};
const databaseRefusesCredentials = proxyBehaves(scene => scene.databaseFront, {
  kind: 'status',
  status: 401,
  body: 'unauthorized',
});
const aggregatorKilled: Staging = {
  inject: ({ aggregator }) => aggregator.kill(),
  repair: ({ aggregator }) => aggregator.start(),
};
const hostSilent: Staging = {
  inject: async ({ hosts }) => hosts.silence(HOST, true),
  repair: async ({ hosts }) => hosts.silence(HOST, false),
};
const clockOff = (ms: number): Staging => ({
  inject: async ({ hosts }) => hosts.setClock(HOST, ms),
  repair: async ({ hosts }) => hosts.setClock(HOST, 0),
});

function both(a: Staging, b: Staging): Staging {
  return {
    inject: async scene => {
      await a.inject(scene);
      await b.inject(scene);
    },
    repair: async scene => {
      await Promise.all([a.repair(scene), b.repair(scene)]);
    },
  };
}

const KAFKA = 'kafka';
const DATABASE = 'victoria-metrics';
const AGGREGATOR = 'gomon-aggregator';
const AGENT = 'gomon-agent';

/** Every fault of the metrics pipeline that is staged. */
export const stagedFaults: readonly StagedFault[] = [
  { name: 'one broker of three killed', causes: [KAFKA], ...brokersKilled(1) },
  { name: 'two brokers of three killed', causes: [KAFKA], ...brokersKilled(2) },
  { name: 'all brokers killed', causes: [KAFKA], ...brokersKilled(3) },
  {
    name: 'topic deleted',
    causes: [KAFKA],
    inject: scene => scene.deleteTopic(),
    repair: scene => scene.createTopic(),
  },
  { name: 'VictoriaMetrics killed', causes: [DATABASE], ...databaseKilled },
  {
    name: 'VictoriaMetrics read-only',
    causes: [DATABASE],
    inject: async ({ database, fullDatabase }) => {
      await database.stop();
      await fullDatabase.start();
    },
    repair: async ({ database, fullDatabase }) => {
      await fullDatabase.stop();
      await database.start();
    },
  },
  {
    name: 'VictoriaMetrics slow',
    causes: [DATABASE],
    ...proxyBehaves(scene => scene.databaseFront, {
      kind: 'slow',
      delayMs: 2500,
    }),
  },
  {
    name: 'VictoriaMetrics answers 401',
    causes: [DATABASE],
    ...databaseRefusesCredentials,
  },
  { name: 'aggregator killed', causes: [AGGREGATOR], ...aggregatorKilled },
  {
    name: 'aggregator stuck (SIGSTOP)',
    causes: [AGGREGATOR],
    inject: async ({ aggregator }) =>
      void process.kill(aggregator.pid!, 'SIGSTOP'),
    repair: async ({ aggregator }) =>
      void process.kill(aggregator.pid!, 'SIGCONT'),
  },
  {
    name: 'aggregator cut off from Kafka',
    causes: [AGGREGATOR],
    inject: scene => scene.cutAggregatorFromKafka(),
    repair: scene => scene.joinAggregatorToKafka(),
  },
  {
    name: 'aggregator cut off from VictoriaMetrics',
    causes: [AGGREGATOR],
    inject: ({ aggregatorsWay }) => aggregatorsWay.refuse(),
    repair: ({ aggregatorsWay }) => aggregatorsWay.accept(),
  },
  {
    name: 'agent killed',
    causes: [AGENT],
    inject: ({ agent }) => agent.kill(),
    repair: ({ agent }) => agent.start(),
  },
  { name: 'one of 50 agents silent', causes: [AGENT], ...hostSilent },
  {
    name: "an agent's clock an hour ahead",
    causes: [AGENT],
    ...clockOff(HOUR_MS),
  },
  {
    name: "an agent's clock an hour behind",
    causes: [AGENT],
    ...clockOff(-HOUR_MS),
  },
  {
    name: 'VictoriaMetrics and the aggregator killed',
    causes: [AGGREGATOR, DATABASE],
    ...both(databaseKilled, aggregatorKilled),
  },
  {
    name: 'one broker killed and one agent silent',
    causes: [AGENT, KAFKA],
    ...both(brokersKilled(1), hostSilent),
  },
  {
    name: 'all brokers and VictoriaMetrics killed',
    causes: [KAFKA, DATABASE],
    ...both(brokersKilled(3), databaseKilled),
  },
  {
    name: 'one broker killed and VictoriaMetrics answers 401',
    causes: [KAFKA, DATABASE],
    ...both(brokersKilled(1), databaseRefusesCredentials),
  },
];
