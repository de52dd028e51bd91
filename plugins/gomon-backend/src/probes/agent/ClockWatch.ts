import {
  VectorEntry,
  VictoriaMetricsClient,
} from '../victoriaMetrics/VictoriaMetricsClient';
import { ageMs, Host, isStale, silentAfterMs } from './host';
import { aheadQuery, countQuery } from './queries';

/** Hosts whose past is looked at in one look. */
const MAX_SUSPECTS = 50;
/** A clock may be ahead so much without anybody noticing. */
const TOLERANCE_S = 60;

interface Suspect {
  /** The end of the window that is counted in: it stays where it is while the host is under suspicion. */
  until: Date;
  /** Age of its newest sample when the suspicion began. */
  ageMs: number;
  count?: number;
}

/**
 * Tells hosts with a wrong clock from silent ones. Samples of a clock that is ahead lie in the future. Those of one that is
 * behind fill up the past: a window of time that is over gets more of them, while the newest sample grows no younger, as it
 * would for a host that only delivers what it had kept.
 */
export class ClockWatch {
  readonly #suspects = new Map<string, Suspect>();

  constructor(private readonly selector: string) {}

  /** Sets or clears the clock error of each host. */
  async look(
    hosts: readonly Host[],
    client: VictoriaMetricsClient,
    now: Date,
    signal: AbortSignal,
  ): Promise<void> {
    const stale = hosts.filter(host => isStale(host, now));
    this.#acquit(hosts, stale);
    if (stale.length === 0) return;
    const ahead = await client.query(aheadQuery(this.selector), now, signal);
    const leads = new Map(
      ahead.map(({ labels, value }) => [
        labels.instance,
        value - now.getTime() / 1000,
      ]),
    );
    for (const host of stale) {
      const seconds = leads.get(host.instance) ?? 0;
      if (seconds > TOLERANCE_S) host.clock = { ahead: true, seconds };
    }
    // When most do not report, the way is broken, not the clocks.
    if (stale.length > hosts.length / 2) return;
    const others = stale.filter(({ clock }) => !clock?.ahead);
    await this.#lookAtThePast(
      others.slice(0, MAX_SUSPECTS),
      client,
      now,
      signal,
    );
  }

  async #lookAtThePast(
    hosts: readonly Host[],
    client: VictoriaMetricsClient,
    now: Date,
    signal: AbortSignal,
  ): Promise<void> {
    const byMoment = new Map<number, Host[]>();
    for (const host of hosts) {
      const suspect = this.#suspects.get(host.instance) ?? {
        until: now,
        ageMs: ageMs(host, now),
      };
      this.#suspects.set(host.instance, suspect);
      const moment = suspect.until.getTime();
      byMoment.set(moment, [...(byMoment.get(moment) ?? []), host]);
    }
    await Promise.all(
      [...byMoment].map(async ([moment, group]) => {
        const names = group.map(({ instance }) => instance);
        const query = countQuery(this.selector, names);
        const counts = await client.query(query, new Date(moment), signal);
        group.forEach(host => this.#judge(host, counts, now));
      }),
    );
  }

  #judge(host: Host, counts: readonly VectorEntry[], now: Date) {
    const suspect = this.#suspects.get(host.instance)!;
    const count =
      counts.find(({ labels }) => labels.instance === host.instance)?.value ??
      0;
    const grows = suspect.count !== undefined && count > suspect.count;
    const catchesUp = ageMs(host, now) < suspect.ageMs - silentAfterMs(host);
    if (grows && !catchesUp) host.clock = { ahead: false };
    suspect.count = count;
  }

  #acquit(hosts: readonly Host[], stale: readonly Host[]) {
    const names = new Set(stale.map(({ instance }) => instance));
    for (const host of hosts) {
      if (names.has(host.instance)) continue;
      host.clock = undefined;
      this.#suspects.delete(host.instance);
    }
  }
}
