import { createService, freePort, Service } from '@gomon/dev-stack';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FleetModel } from '../fleet/hostModel';
import { LedgerProducer } from '../fleet/ledgerProducer';
import { Servers } from './servers';
import { pause, waitFor } from './waitFor';

/** Longer than VictoriaMetrics was ever seen to keep samples in memory alone, shorter than in production. */
export const WINDOW_MS = 12_000;

const SESSION_TIMEOUT_MS = 8_000;
const MAX_MESSAGE_BYTES = 1_048_588;
const ROOM_FOR_HEADERS = 65_536;

/** Sizes of the fleet on a stage. */
export interface StageOptions {
  readonly hosts?: number;
  readonly stepMs?: number;
  readonly partitions?: number;
}

/** A topic, a group and a fleet of one fault's own, on servers that faults share. */
export class Stage {
  readonly topic: string;
  readonly deadLetters: string;
  readonly groupId: string;
  readonly model: FleetModel;
  readonly fleet: LedgerProducer;
  readonly aggregators: Service[] = [];

  private constructor(
    readonly servers: Servers,
    readonly name: string,
    options: StageOptions,
  ) {
    this.topic = `metrics-${name}`;
    this.deadLetters = `${this.topic}.dlq`;
    this.groupId = `group-${name}`;
    this.model = {
      prefix: name,
      hosts: options.hosts ?? 60,
      startMs: Date.now(),
      stepMs: options.stepMs ?? 250,
    };
    this.fleet = new LedgerProducer({
      kafka: servers.client,
      topic: this.topic,
      model: this.model,
    });
  }

  static async set(
    servers: Servers,
    name: string,
    options: StageOptions = {},
  ): Promise<Stage> {
    const stage = new Stage(servers, name, options);
    await stage.createTopics(options.partitions ?? 6);
    return stage;
  }

  async createTopics(partitions = 6): Promise<void> {
    const { admin, kafka } = this.servers;
    const replicas = kafka.nodes.length;
    const safety = {
      name: 'min.insync.replicas',
      value: String(Math.min(2, replicas)),
    };
    const topics = [
      { topic: this.topic, numPartitions: partitions, configEntries: [safety] },
      {
        topic: this.deadLetters,
        numPartitions: 1,
        configEntries: [
          safety,
          {
            name: 'max.message.bytes',
            value: String(MAX_MESSAGE_BYTES + ROOM_FOR_HEADERS),
          },
        ],
      },
    ];
    // A topic that was deleted is listed for a moment more: it is asked for until it is there.
    await waitFor('leaders of all partitions', async () => {
      const existing = await admin.listTopics();
      await admin.createTopics({
        topics: topics
          .filter(({ topic }) => !existing.includes(topic))
          .map(topic => ({ ...topic, replicationFactor: replicas })),
        // Not by kafkajs, which fails when the broker that it asks has not heard of the topic yet.
        waitForLeaders: false,
      });
      await admin.fetchTopicOffsets(this.topic);
      return true;
    });
  }

  /** Starts one more aggregator, behind the proxy; every setting may be overridden. */
  async addAggregator(env: Record<string, string> = {}): Promise<Service> {
    const service = await this.prepareAggregator(env);
    await service.start();
    return service;
  }

  async prepareAggregator(env: Record<string, string> = {}): Promise<Service> {
    const { dir, kafka, proxy } = this.servers;
    const own = join(dir, `${this.name}-aggregator-${this.aggregators.length}`);
    await mkdir(own, { recursive: true });
    const service = createService({
      name: 'aggregator',
      dir: own,
      env: {
        KAFKA_BROKERS: kafka.brokers,
        KAFKA_TOPIC: this.topic,
        KAFKA_GROUP_ID: this.groupId,
        KAFKA_SESSION_TIMEOUT_MS: String(SESSION_TIMEOUT_MS),
        KAFKA_REQUEST_TIMEOUT_MS: '10000',
        VICTORIA_METRICS_URL: proxy.url,
        DURABILITY_WINDOW_MS: String(WINDOW_MS),
        COMMIT_INTERVAL_MS: '500',
        SEQUENCE_GRACE_MS: '5000',
        METRICS_PORT: String(await freePort()),
        METRICS_HOST: '127.0.0.1',
        LOG_FILE: join(own, 'metrics.log'),
        // As it is deployed, within 512 MiB.
        NODE_OPTIONS: '--max-old-space-size=256',
        ...env,
      },
    });
    this.aggregators.push(service);
    return service;
  }

  /** The group's commits and the topic's ends, by partition. */
  async positions(): Promise<
    Map<number, { committed: number; accepted: number; end: number }>
  > {
    const { admin } = this.servers;
    const [ends, [group]] = await Promise.all([
      admin.fetchTopicOffsets(this.topic),
      admin.fetchOffsets({ groupId: this.groupId, topics: [this.topic] }),
    ]);
    return new Map(
      ends.map(({ partition, high }) => {
        const commit = group.partitions.find(p => p.partition === partition);
        const metadata = commit?.metadata ? JSON.parse(commit.metadata) : {};
        return [
          partition,
          {
            committed: Math.max(0, Number(commit?.offset ?? 0)),
            accepted: Number(metadata.accepted ?? 0),
            end: Number(high),
          },
        ];
      }),
    );
  }

  /**
   * Waits until everything that is in the topic now is accepted; how soon depends on the machine and is told, not judged. What a
   * fleet adds meanwhile does not count: some of it is always under way.
   */
  async untilAccepted(withinMs = 600_000): Promise<void> {
    await this.#untilReached('accepted', withinMs);
  }

  /** Waits until everything that is in the topic now is committed, which is to say durable. */
  async untilCommitted(withinMs = 180_000): Promise<void> {
    await this.#untilReached('committed', withinMs);
  }

  async #untilReached(
    progress: 'accepted' | 'committed',
    withinMs: number,
  ): Promise<void> {
    const ends = new Map(
      [...(await this.positions())].map(([partition, { end }]) => [
        partition,
        end,
      ]),
    );
    await waitFor(
      `everything to be ${progress}`,
      async () =>
        [...(await this.positions())].every(
          ([partition, reached]) =>
            reached[progress] >= (ends.get(partition) ?? 0),
        ),
      withinMs,
    );
  }

  /** Lets the fleet produce for a while. */
  async produceFor(ms: number): Promise<void> {
    this.fleet.start();
    await pause(ms);
    await this.fleet.stop();
  }

  /** Ends the aggregators and the fleet; the servers stay. */
  async strike(): Promise<void> {
    await this.fleet.close().catch(() => undefined);
    await Promise.all(this.aggregators.map(service => service.kill()));
    this.servers.proxy.behave({ kind: 'pass' });
  }
}
