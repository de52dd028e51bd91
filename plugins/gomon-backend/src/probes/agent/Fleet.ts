import { inSlices } from '../../engine/slices';
import {
  VectorEntry,
  VictoriaMetricsClient,
} from '../victoriaMetrics/VictoriaMetricsClient';
import { ClockWatch } from './ClockWatch';
import { FleetQueries } from './FleetQueries';
import { Gaps } from './Gaps';
import { Host, isFlowing } from './host';
import { LateQuestion } from './LateQuestion';
import {
  firstSampleQuery,
  intervalQuery,
  lastSampleQuery,
  missingQuery,
  readingQuery,
  readings,
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

/** Newest samples and intervals, by host. */
type Newest = [last: VectorEntry[], intervals: VectorEntry[]];

const NOTHING: [Newest, VectorEntry[]] = [[[], []], []];

/** The hosts behind one agent component, remembered from look to look. */
export class Fleet {
  readonly #hosts = new Map<string, Host>();
  readonly #gaps: Gaps;
  readonly #clocks: ClockWatch;
  #flowingLooks = 0;
  readonly #day = new LateQuestion(
    'which hosts fell silent within the day',
    LONG_LOOK_EVERY_MS,
  );
  readonly #losses = new LateQuestion('lost messages', SLOW_LOOK_EVERY_MS);
  readonly #readings = new LateQuestion(
    'CPU, memory and disks',
    SLOW_LOOK_EVERY_MS,
  );

  constructor(private readonly selector: string) {
    this.#clocks = new ClockWatch(selector);
    this.#gaps = new Gaps(selector);
  }

  /** Whether the samples of nearly all hosts have come through in this look and the one before. */
  get flows(): boolean {
    return this.#flowingLooks > 1;
  }

  /** When losses were last counted. */
  get lossesAt(): Date | undefined {
    return this.#losses.answeredAt;
  }

  /** What could not be read lately, and why. */
  late(now: Date): { what: string; reason: string }[] {
    return [this.#day, this.#losses, this.#readings].flatMap(question => {
      const failure = question.late(now);
      return failure ? [{ what: question.what, reason: failure.reason }] : [];
    });
  }

  /** @throws LookError when VictoriaMetrics does not say which hosts report. */
  async look(
    client: VictoriaMetricsClient,
    queries: FleetQueries,
    now: Date,
    signal: AbortSignal,
  ): Promise<Host[]> {
    const ask = (query: (scope: Scope) => string, best = Math.max) =>
      queries.ask(query, this.selector, best);
    const newest = (window: string): Promise<Newest> =>
      Promise.all([
        ask(scope => lastSampleQuery(scope, window)),
        ask(scope => intervalQuery(scope, window)),
      ]);
    const [recent, day, missing, values] = await Promise.all([
      newest(WINDOW),
      this.#day.ask(
        () =>
          Promise.all([
            newest(LONG_WINDOW),
            ask(scope => firstSampleQuery(scope, LONG_WINDOW), Math.min),
          ]),
        now,
      ),
      this.#losses.ask(() => ask(missingQuery), now),
      this.#readings.ask(
        () =>
          Promise.all(
            readings.map(reading =>
              ask(scope => readingQuery(reading, scope, WINDOW)),
            ),
          ),
        now,
      ),
    ]);
    const [past, first] = day ?? NOTHING;
    await this.#meet(past);
    await this.#meet(recent);
    await inSlices(first, ({ labels, value }) => {
      this.#host(labels.instance).firstSampleMs = value * 1000;
    });
    await inSlices(missing ?? [], ({ labels, value }) => {
      const host = this.#host(labels.instance);
      host.missing = this.#gaps.lasting(host.instance, value);
    });
    for (const [index, reading] of readings.entries()) {
      await inSlices(values?.[index] ?? [], ({ labels, value }) => {
        const host = this.#host(labels.instance);
        host.readings[reading] = value;
        host.readAtMs = host.lastSampleMs;
      });
    }
    this.#forget(now);
    const hosts = [...this.#hosts.values()];
    this.#flowingLooks = isFlowing(hosts, now) ? this.#flowingLooks + 1 : 0;
    await this.#clocks.look(hosts, client, now, signal);
    this.#gaps.watchClocks(hosts, now);
    if (missing) await this.#gaps.excuse(hosts, client, now, signal);
    return hosts;
  }

  /** Takes up the newest samples and the intervals of hosts. */
  async #meet([last, intervals]: Newest): Promise<void> {
    await inSlices(last, ({ labels, value }) => {
      const host = this.#host(labels.instance);
      host.lastSampleMs = Math.max(host.lastSampleMs ?? 0, value * 1000);
      // Seen between two long looks for the first time: new since then.
      host.firstSampleMs ??= value * 1000;
    });
    await inSlices(intervals, ({ labels, value }) => {
      this.#host(labels.instance).intervalMs = value;
    });
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
