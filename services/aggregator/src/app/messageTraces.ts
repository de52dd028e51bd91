import { SpanOptions, Tracing } from '@gomon/service-kit';
import { HEADERS } from '@gomon/wire';
import { ConsumedMessage } from '../batch/consumedMessage';
import { headerText, PoisonMessage, ReadMessage } from '../decode/readBatch';
import { Acceptance } from '../importing/delivery';

/** Ends the traces that came with messages: from the queue to the database or the dead letters. */
export class MessageTraces {
  readonly #tracing: Tracing;
  readonly #topic: string;
  readonly #database: string;

  /** @param database - host and port of the database */
  constructor(tracing: Tracing, topic: string, database: string) {
    this.#tracing = tracing;
    this.#topic = topic;
    this.#database = database;
  }

  /** They were stored: a span for each message, and below it the request that stored its batch. */
  stored(messages: readonly ReadMessage[], { sentAtMs }: Acceptance): void {
    for (const { message, readAtMs } of messages) {
      const processing = this.#processing(message, readAtMs);
      if (!processing) continue;
      this.#tracing
        .start('POST /api/v1/import', {
          kind: 'client',
          parent: processing.traceparent,
          startMs: sentAtMs,
          attributes: {
            'db.system.name': 'victoriametrics',
            'server.address': this.#database,
            'db.operation.batch.size': messages.length,
          },
        })
        ?.end();
      processing.end();
    }
  }

  /** They went to the dead letters. */
  buried(letters: readonly PoisonMessage[], startMs: number): void {
    for (const { message, reason, detail } of letters) {
      this.#processing(message, startMs)?.end(`${reason}: ${detail}`);
    }
  }

  #processing(message: ConsumedMessage, startMs: number) {
    const parent = headerText(message, HEADERS.traceparent);
    if (parent === undefined) return undefined;
    const attributes: SpanOptions['attributes'] = {
      'messaging.system': 'kafka',
      'messaging.operation.type': 'process',
      'messaging.destination.name': this.#topic,
      'messaging.destination.partition.id': String(message.state.partition),
      'messaging.kafka.offset': message.offset,
    };
    return this.#tracing.start(`process ${this.#topic}`, {
      kind: 'consumer',
      parent,
      startMs,
      attributes,
    });
  }
}
