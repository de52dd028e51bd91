import { explainKafkaError, Span, Tracing } from '@gomon/service-kit';
import { CONTENT_TYPE, HEADERS } from '@gomon/wire';
import {
  CompressionTypes,
  Kafka,
  Partitioners,
  Producer,
  ProducerConfig,
} from 'kafkajs';
import type { AgentValues } from '../agentSettings';
import type { Message } from '../message/messageMaker';

/** Hands readings to Kafka; resolves when all in-sync replicas have them. */
export interface Sender {
  /** @throws OperationalError of KAFKA_ERRORS */
  send(messages: readonly Message[]): Promise<void>;
  close(): Promise<void>;
}

const ACKNOWLEDGED_BY_ALL = -1;

/** Below this size compression saves the network less than it costs whoever reads it. */
const WORTH_COMPRESSING_BYTES = 8 * 1024;

/** Short: what lasts longer is repeated by the publisher, which can say what is wrong meanwhile. */
export const SHORT_RETRY: ProducerConfig['retry'] = {
  retries: 2,
  initialRetryTime: 100,
  maxRetryTime: 1000,
};

/**
 * A plain producer with acks=all. Not the idempotent one: kafkajs' has been seen to lose acknowledged messages when a
 * broker is killed, while the plain one can only repeat some, which the database takes for the same sample.
 */
export class KafkaSender implements Sender {
  private readonly producer: Producer;
  private connection: Promise<void> | undefined;

  constructor(
    kafka: Kafka,
    private readonly settings: Pick<AgentValues, 'topic' | 'compression'>,
    private readonly host: string,
    private readonly tracing?: Tracing,
  ) {
    this.producer = kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: SHORT_RETRY,
    });
  }

  async send(messages: readonly Message[]): Promise<void> {
    const spans = messages.map(message => this.spanOf(message));
    try {
      await this.connect();
      await this.producer.send({
        topic: this.settings.topic,
        acks: ACKNOWLEDGED_BY_ALL,
        compression: this.compressionOf(messages),
        messages: messages.map(({ bytes, collectedAtMs }, i) => ({
          key: this.host,
          value: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
          timestamp: String(collectedAtMs),
          headers: {
            [HEADERS.contentType]: CONTENT_TYPE,
            [HEADERS.host]: this.host,
            ...(spans[i] && { [HEADERS.traceparent]: spans[i].traceparent }),
          },
        })),
      });
      spans.forEach(span => span?.end());
    } catch (error) {
      const explained = explainKafkaError(error);
      spans.forEach(span => span?.end(explained.message));
      throw explained;
    }
  }

  private spanOf({ sequence, traceparent }: Message): Span | undefined {
    if (traceparent === undefined) return undefined;
    return this.tracing?.start(`send ${this.settings.topic}`, {
      kind: 'producer',
      parent: traceparent,
      attributes: {
        'messaging.system': 'kafka',
        'messaging.operation.type': 'send',
        'messaging.destination.name': this.settings.topic,
        'messaging.kafka.message.key': this.host,
        'gomon.sequence': sequence,
      },
    });
  }

  /** Connects ahead of the first message. */
  async connect(): Promise<void> {
    this.connection ??= this.producer.connect();
    try {
      await this.connection;
    } catch (error) {
      this.connection = undefined;
      throw explainKafkaError(error);
    }
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
  }

  private compressionOf(messages: readonly Message[]): CompressionTypes {
    const { compression } = this.settings;
    const size = messages.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const worth = compression === 'auto' && size > WORTH_COMPRESSING_BYTES;
    return worth || compression === 'gzip'
      ? CompressionTypes.GZIP
      : CompressionTypes.None;
  }
}
