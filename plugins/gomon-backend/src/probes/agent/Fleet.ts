import { VictoriaMetricsClient } from '../victoriaMetrics/VictoriaMetricsClient';
import { ClockWatch } from './ClockWatch';
import { FleetQueries } from './FleetQueries';
import { Gaps } from './Gaps';
import { Host, isFlowing } from './host';
import {
  firstSampleQuery,
  intervalQuery,
  lastSampleQuery,
  missingQuery,
  readingsQuery,
  Scope,
} from './queries';

/** Window of the look that every cycle makes. */
const WINDOW = '10m';
/** How long a host that went silent is remembered, and how often such hosts are looked for. */
const LONG_WINDOW = '1d';
const LONG_WINDOW_MS = 24 * 3600_000;
const LONG_LOOK_EVERY_MS = 10 * 60_000;
/** Losses and readings change slowly and cost the database more. */
const SLOW_LOOK_EVERY_MS = 15_000;

/** The hosts behind one agent component, remembered from look to look. */
export class Fleet {
  readonly #hosts = new Map<string, Host>();
  readonly #gaps: Gaps;
  readonly #clocks: ClockWatch;
  #flowingLooks = 0;
  #longLookAt = -Infinity;
  #slowLookAt = -Infinity;

  constructor(private readonly selector: string) {
    this.#clocks = new ClockWatch(selector);
    this.#gaps = new Gaps(selector);
  }

  /** Whether the samples of nearly all hosts have come through in this look and the one before. */
  get flows(): boolean {
    return this.#flowingLooks > 1;
  }

  /** @throws LookError when VictoriaMetrics does not answer. */
  async look(
    client: VictoriaMetricsClient,
    queries: FleetQueries,
    now: Date,
    signal: AbortSignal,
  ): Promise<Host[]> {
    const long = now.getTime() - this.#longLookAt >= LONG_LOOK_EVERY_MS;
    const slow = now.getTime() - this.#slowLookAt >= SLOW_LOOK_EVERY_MS;
    const window = long ? LONG_WINDOW : WINDOW;
    const ask = (query: (scope: Scope) => string, best = Math.max) =>
      queries.ask(query, this.selector, best);
    const [last, first, intervals, missing, readings] = await Promise.all([
      ask(scope => lastSampleQuery(scope, window)),
      long ? ask(scope => firstSampleQuery(scope, LONG_WINDOW), Math.min) : [],
      ask(scope => intervalQuery(scope, window)),
      slow ? ask(missingQuery) : [],
      slow ? ask(scope => readingsQuery(scope, WINDOW)) : [],
    ]);
    if (long) this.#longLookAt = now.getTime();
    if (slow) this.#slowLookAt = now.getTime();

    for (const { labels, value } of last) {
      const host = this.#host(labels.instance);
      host.lastSampleMs = Math.max(host.lastSampleMs ?? 0, value * 1000);
      // Seen between two long looks for the first time: new since then.
      host.firstSampleMs ??= value * 1000;
    }
    for (const { labels, value } of first) {
      this.#host(labels.instance).firstSampleMs = value * 1000;
    }
    for (const { labels, value } of intervals) {
      this.#host(labels.instance).intervalMs = value;
    }
    for (const { labels, value } of missing) {
      const host = this.#host(labels.instance);
      host.missing = this.#gaps.lasting(host.instance, value);
    }
    for (const { labels, value } of readings) {
      this.#host(labels.instance).readings[labels.figure] = value;
    }
    this.#forget(now);
    const hosts = [...this.#hosts.values()];
    this.#flowingLooks = isFlowing(hosts, now) ? this.#flowingLooks + 1 : 0;
    await this.#clocks.look(hosts, client, now, signal);
    this.#gaps.watchClocks(hosts, now);
    if (slow) await this.#gaps.excuse(hosts, client, now, signal);
    return hosts;
  }

  #host(instance = 'unknown'): Host {
    const host = this.#hosts.get(instance) ?? { instance, readings: {} };
    this.#hosts.set(instance, host);
    return host;
  }

  #forget(now: Date) {
    const limit = now.getTime() - LONG_WINDOW_MS;
    for (const { instance, lastSampleMs } of this.#hosts.values()) {
      if (lastSampleMs !== undefined && lastSampleMs >= limit) continue;
      this.#hosts.delete(instance);
      this.#gaps.forget(instance);
    }
  }
}
