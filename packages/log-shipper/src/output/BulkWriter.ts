import { randomUUID } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@elastic/elasticsearch';
import type { LogEvent } from '../filter/RubyFilter';
import { BulkItem, bulkOutcome, Refused } from './bulkOutcome';

/** Counters of what was written, by the names of Logstash's API. */
export interface OutputCounters {
  successes: number;
  duplicates: number;
  retryable_failures: number;
  non_retryable_failures: number;
}

/** What the writer is told. */
export interface BulkWriterOptions {
  client: Client;
  /** The write alias. */
  alias: string;
  /** Documents that are refused for good, one JSON object a line. */
  deadLetterFile: string;
  firstPauseMs?: number;
  longestPauseMs?: number;
  /** Told when a try has failed. */
  onTrouble(reason: string): void;
}

/** Stores documents by the write alias, and tries again until each is stored, was there already, or is refused for good. */
export class BulkWriter {
  readonly counters: OutputCounters = {
    successes: 0,
    duplicates: 0,
    retryable_failures: 0,
    non_retryable_failures: 0,
  };
  readonly #options: BulkWriterOptions;

  constructor(options: BulkWriterOptions) {
    this.#options = options;
  }

  /** @throws AbortError when asked to stop before all are stored */
  async store(events: LogEvent[], signal: AbortSignal): Promise<void> {
    const { firstPauseMs = 500, longestPauseMs = 15_000 } = this.#options;
    let pending = events;
    for (let pauseMs = firstPauseMs; pending.length > 0; pauseMs *= 2) {
      signal.throwIfAborted();
      pending = await this.#attempt(pending, signal);
      if (pending.length > 0) {
        await sleep(Math.min(pauseMs, longestPauseMs), undefined, { signal });
      }
    }
  }

  /** One request; the documents that are to be sent again. */
  async #attempt(events: LogEvent[], signal: AbortSignal): Promise<LogEvent[]> {
    let items: BulkItem[];
    try {
      items = await this.#send(events, signal);
    } catch (error) {
      signal.throwIfAborted();
      this.counters.retryable_failures += events.length;
      this.#options.onTrouble((error as Error).message);
      return events;
    }
    const outcome = bulkOutcome(events, items);
    this.counters.successes += outcome.stored;
    this.counters.duplicates += outcome.duplicates;
    this.counters.retryable_failures += outcome.again.length;
    this.counters.non_retryable_failures += outcome.refused.length;
    if (outcome.reason) {
      this.#options.onTrouble(outcome.reason);
    }
    await this.#bury(outcome.refused);
    return outcome.again;
  }

  async #send(events: LogEvent[], signal: AbortSignal): Promise<BulkItem[]> {
    const { alias, client } = this.#options;
    const { items } = await client.bulk(
      {
        // Never an index by its own name, and never one that comes into being by itself.
        index: alias,
        require_alias: true,
        operations: events.flatMap(({ '@metadata': metadata, ...document }) => [
          // Without an id where the script raised before it gave one, as in logstash.conf.
          { create: { _id: metadata?.document_id ?? randomUUID() } },
          document,
        ]),
      },
      { signal },
    );
    return items.map(item => item.create as BulkItem);
  }

  async #bury(refused: Refused[]): Promise<void> {
    if (refused.length === 0) {
      return;
    }
    const { deadLetterFile } = this.#options;
    await mkdir(dirname(deadLetterFile), { recursive: true });
    await appendFile(
      deadLetterFile,
      refused.map(letter => `${JSON.stringify(letter)}\n`).join(''),
    );
  }
}
