import { CompressionTypes, Kafka, Message, Producer } from 'kafkajs';

/** Why dead letters cannot be written now. */
export interface DeadLetterTrouble {
  readonly sinceMs: number;
  readonly sentence: string;
}

const FIRST_DELAY_MS = 250;
const MAX_DELAY_MS = 5_000;

/**
 * Writes dead letters, and comes back only when every replica has them.
 *
 * A topic that is down blocks: a poison message that is neither stored nor in
 * the dead letters would be lost. The connection is made with the first dead
 * letter, since most processes never need one.
 */
export class DeadLetterWriter {
  readonly #kafka: Kafka;
  readonly #topic: string;
  #producer: Promise<Producer> | undefined;
  #trouble: DeadLetterTrouble | undefined;
  #sending: Promise<unknown> = Promise.resolve();

  constructor(kafka: Kafka, topic: string) {
    this.#kafka = kafka;
    this.#topic = topic;
  }

  get trouble(): DeadLetterTrouble | undefined {
    return this.#trouble;
  }

  /**
   * @param isWanted - asked before each further try
   * @returns whether they were written; false when nobody wanted it any more
   */
  async write(
    messages: Message[],
    isWanted: () => boolean,
    pause: (ms: number) => Promise<void>,
  ): Promise<boolean> {
    let delayMs = FIRST_DELAY_MS;
    while (isWanted()) {
      try {
        await this.#inTurn(() => this.#send(messages));
        this.#trouble = undefined;
        return true;
      } catch (error) {
        this.#trouble = {
          sinceMs: this.#trouble?.sinceMs ?? Date.now(),
          sentence: (error as Error).message,
        };
        await pause(delayMs);
        delayMs = Math.min(MAX_DELAY_MS, delayMs * 2);
      }
    }
    return false;
  }

  async close(): Promise<void> {
    const producer = await this.#producer?.catch(() => undefined);
    await producer?.disconnect();
  }

  // One after the other, so that a topic that is down is asked once at a time.
  #inTurn<T>(send: () => Promise<T>): Promise<T> {
    const turn = this.#sending.then(send, send);
    this.#sending = turn.catch(() => undefined);
    return turn;
  }

  async #send(messages: Message[]): Promise<void> {
    this.#producer ??= this.#connect();
    let producer: Producer;
    try {
      producer = await this.#producer;
    } catch (error) {
      this.#producer = undefined;
      throw error;
    }
    // One at a time: a batch of large ones would exceed what the topic takes.
    for (const message of messages) {
      try {
        await this.#sendOne(producer, message, CompressionTypes.GZIP);
      } catch (error) {
        if ((error as { type?: string }).type !== 'MESSAGE_TOO_LARGE') {
          throw error;
        }
        // It fitted its own topic, by a codec that packs better.
        await this.#sendOne(producer, message, CompressionTypes.ZSTD);
      }
    }
  }

  async #sendOne(
    producer: Producer,
    message: Message,
    compression: CompressionTypes,
  ): Promise<void> {
    const messages = [message];
    await producer.send({
      topic: this.#topic,
      messages,
      acks: -1,
      compression,
    });
  }

  async #connect(): Promise<Producer> {
    const producer = this.#kafka.producer({
      allowAutoTopicCreation: false,
      retry: { retries: 2, initialRetryTime: 100 },
    });
    await producer.connect();
    return producer;
  }
}
