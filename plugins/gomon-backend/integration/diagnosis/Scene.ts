import {
  Component,
  createKafka,
  createService,
  createVictoriaMetrics,
  freePort,
  gomonTopics,
  KafkaCluster,
  Service,
  VictoriaMetrics,
} from '@gomon/dev-stack';
import { FaultProxy } from '@gomon/faults';
import { Admin, Kafka, logLevel } from 'kafkajs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BrokerForwarders } from './BrokerForwarders';
import { Hosts } from './Hosts';

const INTERVAL_MS = 5000;
const GROUP = 'metrics-group';
/** Where Kafka keeps its groups: whoever leads a group's partition coordinates it. */
const OFFSETS_TOPIC = '__consumer_offsets';
const PLAYED_HOSTS = 49;
/** More than any disk has: with it VictoriaMetrics is read-only. */
const NO_DISK_IS_ENOUGH = '-storage.minFreeDiskSpaceBytes=1000000GB';

/** A whole metrics pipeline of real processes, with places at which it can be broken. */
export class Scene {
  private constructor(
    readonly kafka: KafkaCluster,
    readonly database: VictoriaMetrics,
    /** The same database on a disk that is full. */
    readonly fullDatabase: VictoriaMetrics,
    /** Between everybody and the database. */
    readonly databaseFront: FaultProxy,
    /** Between the aggregator and that. */
    readonly aggregatorsWay: FaultProxy,
    readonly aggregator: Service,
    /** Another replica, not started. */
    readonly secondAggregator: Service,
    readonly agent: Service,
    readonly hosts: Hosts,
    readonly admin: Admin,
    private readonly forwarders: BrokerForwarders,
  ) {}

  static async set(dir: string): Promise<Scene> {
    const kafka = await createKafka({ dir, brokers: 3 });
    const port = await freePort();
    const database = await createVictoriaMetrics({ dir, port });
    const fullDatabase = await createVictoriaMetrics({
      dir,
      port,
      flags: [NO_DISK_IS_ENOUGH],
    });
    await Promise.all([kafka.start(), database.start()]);
    const databaseFront = await FaultProxy.start(database.url);
    const aggregatorsWay = await FaultProxy.start(databaseFront.url);
    const forwarders = await BrokerForwarders.open(kafka);
    const { aggregator, secondAggregator, agent } = await services(
      dir,
      kafka,
      aggregatorsWay,
      forwarders,
    );
    await aggregator.start();
    await agent.start();
    const client = new Kafka({
      clientId: 'gomon-diagnosis',
      brokers: kafka.brokers.split(','),
      requestTimeout: 5000,
      logLevel: logLevel.NOTHING,
    });
    const hosts = new Hosts(client, PLAYED_HOSTS, INTERVAL_MS);
    await hosts.start();
    const admin = client.admin();
    await admin.connect();
    return new Scene(
      kafka,
      database,
      fullDatabase,
      databaseFront,
      aggregatorsWay,
      aggregator,
      secondAggregator,
      agent,
      hosts,
      admin,
      forwarders,
    );
  }

  /** What the engine is told about the pipeline. */
  get configuration() {
    return {
      engine: { interval: { seconds: 5 } },
      kafka: [{ brokers: this.kafka.brokers, expectedBrokers: 3 }],
      victoriaMetrics: [{ url: this.databaseFront.url }],
      aggregator: [{ urls: [`http://127.0.0.1:${this.aggregator.port}`] }],
    };
  }

  cutAggregatorFromKafka = () => this.forwarders.close();
  joinAggregatorToKafka = () => this.forwarders.open();

  /** Its nodes, that one first which coordinates the aggregator's group. */
  async brokersCoordinatorFirst(): Promise<Component[]> {
    const { topics } = await this.admin.fetchTopicMetadata({
      topics: [OFFSETS_TOPIC],
    });
    const { partitions } = topics[0];
    const own = partitions.find(
      ({ partitionId }) => partitionId === hashCode(GROUP) % partitions.length,
    )!;
    const coordinator = this.kafka.nodes[own.leader];
    return [
      coordinator,
      ...this.kafka.nodes.filter(node => node !== coordinator),
    ];
  }

  async deleteTopic(): Promise<void> {
    await this.admin.deleteTopics({ topics: ['metrics-v4'] });
  }

  async createTopic(): Promise<void> {
    const { name, partitions } = gomonTopics[0];
    await this.admin.createTopics({
      topics: [
        { topic: name, numPartitions: partitions, replicationFactor: 3 },
      ],
      // It gives up when the broker that it asks has not heard of the topic yet.
      waitForLeaders: false,
    });
  }

  async end(): Promise<void> {
    await this.hosts.stop().catch(() => {});
    await this.admin.disconnect().catch(() => {});
    await Promise.all(
      [this.agent, this.aggregator, this.secondAggregator].map(service =>
        service.kill(),
      ),
    );
    await Promise.all([
      this.databaseFront.stop(),
      this.aggregatorsWay.stop(),
      this.forwarders.close(),
    ]);
    await Promise.all([
      this.kafka.kill(),
      this.database.kill(),
      this.fullDatabase.kill(),
    ]);
  }
}

async function services(
  dir: string,
  kafka: KafkaCluster,
  way: FaultProxy,
  { routes }: BrokerForwarders,
): Promise<{
  aggregator: Service;
  secondAggregator: Service;
  agent: Service;
}> {
  const common = { KAFKA_BROKERS: kafka.brokers, METRICS_HOST: '127.0.0.1' };
  const createAggregator = async (name: string) => {
    const own = join(dir, name);
    await mkdir(own, { recursive: true });
    return createService({
      name: 'aggregator',
      dir: own,
      env: {
        ...common,
        METRICS_PORT: String(await freePort()),
        VICTORIA_METRICS_URL: way.url,
        LOG_FILE: join(own, 'metrics.log'),
        NODE_OPTIONS: `--require ${resolve(__dirname, 'reroute.cjs')}`,
        GOMON_REROUTE: routes
          .map(({ broker, front }) => `${broker}:${front}`)
          .join(','),
      },
    });
  };
  const aggregator = await createAggregator('aggregator');
  const secondAggregator = await createAggregator('aggregator-2');
  await mkdir(join(dir, 'agent'), { recursive: true });
  const agent = createService({
    name: 'agent',
    dir: join(dir, 'agent'),
    env: {
      ...common,
      METRICS_PORT: String(await freePort()),
      COLLECT_INTERVAL_MS: String(INTERVAL_MS),
      NODE_NAME: 'this-machine',
    },
  });
  return { aggregator, secondAggregator, agent };
}

/** As Java hashes text, without the sign: so Kafka chooses the partition of a group. */
function hashCode(text: string): number {
  let hash = 0;
  for (const char of text) hash = (31 * hash + char.charCodeAt(0)) | 0;
  return Math.abs(hash);
}
