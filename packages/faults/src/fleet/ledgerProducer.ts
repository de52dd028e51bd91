import { encodeMetric } from '@gomon/wire';
import { CompressionTypes, Kafka, Producer } from 'kafkajs';
import { ProducedLedger } from '../oracle/producedLedger';
import { waitFor } from '../stage/waitFor';
import { FleetModel, hostName, messageOf } from './hostModel';

/** How a fleet produces. */
export interface FleetOptions {
  readonly kafka: Kafka;
  readonly topic: string;
  readonly model: FleetModel;
  readonly compression?: CompressionTypes;
}

/**
 * Plays a fleet into Kafka at the pace of its model, and keeps the ledger of what was acknowledged.
 *
 * As gomon's agents do: acks of all replicas, plain, tried again until it is
 * acknowledged, in order per host. What is late is caught up.
 */
export class LedgerProducer {
  readonly ledger = new ProducedLedger();
  readonly #options: FleetOptions;
  readonly #producer: Producer;
  #next = 1;
  #running: Promise<void> | undefined;
  #stopped = false;
  #closed = false;
  #partitionCount: number | undefined;

  constructor(options: FleetOptions) {
    this.#options = options;
    this.#producer = options.kafka.producer({
      allowAutoTopicCreation: false,
      retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 },
    });
  }

  /** The sequence that each host sends next. */
  get next(): number {
    return this.#next;
  }

  /** Produces a number of messages of each host, at once. */
  async burst(messages: number): Promise<void> {
    await this.#producer.connect();
    const to = this.#next + messages;
    while (this.#next < to) {
      await this.#produce(Math.min(to, this.#next + this.#roundOf()));
    }
  }

  /** Produces at the pace of the model until it is stopped. */
  start(): void {
    this.#stopped = false;
    this.#running = this.#run();
  }

  /** Ends after the round that is under way is acknowledged. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
    this.#running = undefined;
  }

  async close(): Promise<void> {
    await this.stop();
    this.#closed = true;
    await this.#producer.disconnect();
  }

  // About a thousand messages a request.
  #roundOf(): number {
    return Math.max(1, Math.floor(1_000 / this.#options.model.hosts));
  }

  async #run(): Promise<void> {
    const { model } = this.#options;
    await this.#producer.connect();
    const begun = Date.now();
    const first = this.#next;
    while (!this.#stopped) {
      const due = first + Math.floor((Date.now() - begun) / model.stepMs);
      if (due < this.#next) {
        await new Promise(resolve => setTimeout(resolve, 20));
      } else {
        await this.#produce(Math.min(due + 1, this.#next + this.#roundOf()));
      }
    }
  }

  /** Produces every sequence below `to`, and comes back when all of it is acknowledged. */
  async #produce(to: number): Promise<void> {
    const { topic, model, compression } = this.#options;
    const batch: { host: number; sequence: number }[] = [];
    for (let sequence = this.#next; sequence < to; sequence++) {
      for (let host = 0; host < model.hosts; host++) {
        batch.push({ host, sequence });
        this.ledger.send(host, sequence);
      }
    }
    this.#next = to;
    const partitions = await this.#partitions();
    const byPartition = new Map<number, typeof batch>();
    for (const item of batch) {
      const partition = item.host % partitions;
      byPartition.set(partition, [...(byPartition.get(partition) ?? []), item]);
    }
    await Promise.all(
      [...byPartition].map(([partition, items]) =>
        this.#send(topic, partition, items, compression),
      ),
    );
  }

  async #partitions(): Promise<number> {
    if (this.#partitionCount === undefined) {
      const admin = this.#options.kafka.admin();
      await admin.connect();
      // A broker that has just started, or a topic that has just been made: not every broker knows of it yet.
      const { topics } = await waitFor('the partitions of the topic', () =>
        admin.fetchTopicMetadata({ topics: [this.#options.topic] }),
      );
      await admin.disconnect();
      this.#partitionCount = topics[0].partitions.length;
    }
    return this.#partitionCount;
  }

  async #send(
    topic: string,
    partition: number,
    items: { host: number; sequence: number }[],
    compression?: CompressionTypes,
  ): Promise<void> {
    const { model } = this.#options;
    const messages = items.map(({ host, sequence }) => ({
      partition,
      key: hostName(model, host),
      value: Buffer.from(encodeMetric(messageOf(model, host, sequence))),
      headers: { host: hostName(model, host) },
    }));
    for (;;) {
      try {
        const [{ baseOffset }] = await this.#producer.send({
          topic,
          messages,
          acks: -1,
          timeout: 10_000,
          compression,
        });
        items.forEach(({ host, sequence }, i) =>
          this.ledger.acknowledge(host, sequence, {
            partition,
            offset: Number(baseOffset) + i,
          }),
        );
        return;
      } catch (error) {
        if (this.#closed) throw error;
        await new Promise(resolve => setTimeout(resolve, 200));
      }
    }
  }
}
