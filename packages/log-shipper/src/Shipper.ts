import { setTimeout as sleep } from 'node:timers/promises';
import { LogEvent, RubyFilter, RubyFilterOptions } from './filter/RubyFilter';
import { BulkWriter } from './output/BulkWriter';
import { Registry } from './tail/Registry';
import { Batch, Tailer } from './tail/Tailer';

/** What the shipper is made of. */
export interface ShipperOptions {
  tailer: Tailer;
  registry: Registry;
  writer: BulkWriter;
  filter: RubyFilterOptions;
  /** Fields that every event gets. */
  fields: Record<string, string>;
  hostName: string;
  batchLines?: number;
  /** How long to wait when there is nothing to read. */
  scanEveryMs?: number;
  say(message: string): void;
}

/** How far it has come. */
export interface ShipperCounters {
  /** Lines read. */
  read: number;
  /** Events that came out of the filter. */
  filtered: number;
  /** Events whose filter raised. */
  failures: number;
  /** Lines that are stored, or were there already, or are dead letters. */
  acknowledged: number;
}

const RESTART_FILTER_MS = 2_000;

/** Reads lines, filters them, stores them, and only then takes note of how far it has come. */
export class Shipper {
  readonly counters: ShipperCounters = {
    read: 0,
    filtered: 0,
    failures: 0,
    acknowledged: 0,
  };
  /** What the filter runs on, or undefined while it does not run. */
  engine: string | undefined;
  /** Why the filter does not run, or what it raised last. */
  filterError: string | undefined;
  readonly #options: ShipperOptions;
  #filter: RubyFilter | undefined;

  constructor(options: ShipperOptions) {
    this.#options = options;
  }

  /** False while the filter cannot be started; before the first line nobody knows yet, and it counts as running. */
  get filterRuns(): boolean {
    return this.engine !== undefined || this.filterError === undefined;
  }

  /** Runs until asked to stop. */
  async run(signal: AbortSignal): Promise<void> {
    const { batchLines = 500, scanEveryMs = 1_000, tailer } = this.#options;
    try {
      while (!signal.aborted) {
        await tailer.scan();
        let batch = await tailer.next(batchLines);
        while (batch) {
          await this.#ship(batch, signal);
          // A file may have been rotated away meanwhile.
          await tailer.scan();
          batch = await tailer.next(batchLines);
        }
        await sleep(scanEveryMs, undefined, { signal });
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      await this.#filter?.stop();
      await tailer.close();
    }
  }

  async #ship(batch: Batch, signal: AbortSignal): Promise<void> {
    const { registry, writer } = this.#options;
    this.counters.read += batch.lines.length;
    const events = await this.#apply(this.#events(batch), signal);
    this.counters.filtered += events.length;
    await writer.store(events, signal);
    this.counters.acknowledged += batch.lines.length;
    await registry.advance(
      batch.fingerprint,
      batch.next,
      batch.path,
      Date.now(),
    );
  }

  /** Events as Filebeat makes them of lines. */
  #events({ fingerprint, lines, path }: Batch): LogEvent[] {
    const { fields, hostName } = this.#options;
    const now = new Date().toISOString();
    return lines.map(({ offset, text, truncated }) => ({
      '@timestamp': now,
      message: text,
      // As logstash.conf sets it before the script runs.
      event: { created: now },
      ...fields,
      host: { name: hostName },
      log: {
        offset,
        file: { path, fingerprint },
        ...(truncated && { flags: ['truncated'] }),
      },
    }));
  }

  /** Waits for a filter that runs, as Filebeat would wait for Logstash. */
  async #apply(events: LogEvent[], signal: AbortSignal): Promise<LogEvent[]> {
    for (;;) {
      signal.throwIfAborted();
      try {
        this.#filter ??= await this.#startFilter();
        const filtered = await this.#filter.apply(events);
        this.counters.failures += filtered.failures;
        this.filterError = filtered.error ?? undefined;
        return filtered.events;
      } catch (error) {
        this.#filter = undefined;
        this.engine = undefined;
        this.filterError = (error as Error).message;
        this.#options.say(this.filterError);
        await sleep(RESTART_FILTER_MS, undefined, { signal });
      }
    }
  }

  async #startFilter(): Promise<RubyFilter> {
    const { engine, filter } = await RubyFilter.start(this.#options.filter);
    this.engine = engine;
    this.#options.say(`the filter passed its tests and runs on ${engine}`);
    return filter;
  }
}
