import { setTimeout as sleep } from 'node:timers/promises';
import { CONTENT_TYPE, encodeMetric, HEADERS } from '@gomon/wire';
import {
  CompressionTypes,
  Kafka,
  Message,
  Partitioners,
  Producer,
} from 'kafkajs';
import { Ledger } from '../ledger/ledger';
import { FleetModel, hostName } from '../model/fleetModel';
import { messageOf } from '../model/messageOf';
import { Due, DueMessages } from './dueMessages';

/** Where a fleet sends to. */
export interface FleetOptions {
  kafka: Kafka;
  topic: string;
  model: FleetModel;
  compression?: CompressionTypes;
  /** Told of each request that Kafka did not acknowledge; it is sent again. */
  onRetry?: (error: unknown) => void;
}

const MESSAGES_PER_REQUEST = 2000;
const LONGEST_SLEEP_MS = 100;
const PAUSE_AFTER_FAILURE_MS = 200;

/**
 * Plays a fleet into Kafka as its agents would: acks of all replicas, in order a host, tried again until acknowledged.
 * What is late, or lies in the past from the beginning, is caught up as fast as Kafka takes it.
 */
export class Fleet {
  readonly ledger: Ledger;
  private readonly producer: Producer;
  private readonly due: DueMessages;
  private readonly stopping = new AbortController();

  constructor(private readonly options: FleetOptions) {
    this.ledger = new Ledger(options.model);
    this.due = new DueMessages(options.model);
    this.producer = options.kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { retries: 2, initialRetryTime: 100, maxRetryTime: 1000 },
    });
  }

  /** How far behind its beat the fleet is. */
  lateMs(nowMs: number = Date.now()): number {
    return Math.max(0, nowMs - this.due.nextAtMs);
  }

  /** Plays until a time, or until it is stopped; comes back when all of it is acknowledged. */
  async play(untilMs: number = Infinity): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted && this.due.nextAtMs <= untilMs) {
      const nowMs = Math.min(Date.now(), untilMs);
      const batch = this.due.take(nowMs, MESSAGES_PER_REQUEST);
      if (batch.length > 0) await this.produce(batch);
      else {
        const wait = Math.min(LONGEST_SLEEP_MS, this.due.nextAtMs - nowMs);
        await sleep(Math.max(1, wait), undefined, { signal }).catch(() => {});
      }
    }
  }

  /** Ends playing. What is on its way is still tried; what is not acknowledged is not in the ledger. */
  stop(): void {
    this.stopping.abort();
  }

  async close(): Promise<void> {
    this.stop();
    await this.producer.disconnect();
  }

  private async produce(batch: Due[]): Promise<void> {
    const { topic, compression, onRetry } = this.options;
    const messages = batch.map(due => this.recordOf(due));
    for (;;) {
      try {
        await this.producer.connect();
        await this.producer.send({ topic, acks: -1, compression, messages });
        break;
      } catch (error) {
        onRetry?.(error);
        if (this.stopping.signal.aborted) return;
        await sleep(PAUSE_AFTER_FAILURE_MS);
      }
    }
    for (const { life, slot } of batch) this.ledger.acknowledge(life, slot);
  }

  private recordOf({ life, slot }: Due): Message {
    const { model } = this.options;
    const host = hostName(model, life);
    const bytes = encodeMetric(messageOf(model, life, slot));
    return {
      key: host,
      value: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      headers: { [HEADERS.contentType]: CONTENT_TYPE, [HEADERS.host]: host },
    };
  }
}
