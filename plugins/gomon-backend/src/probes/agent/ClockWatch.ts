import { VictoriaMetricsClient } from '../victoriaMetrics/VictoriaMetricsClient';
import { ageMs, ClockError, Host, isStale, silentAfterMs } from './host';
import { aheadQuery, countQuery } from './queries';

/** Hosts whose past is looked at in one look. */
const MAX_SUSPECTS = 50;
/** A clock may be ahead so much without anybody noticing. */
const TOLERANCE_S = 60;
/** Late samples of a host that fell silent may still come in once: a clock that is behind goes on filling the past. */
const GROWTHS_TO_ACCUSE = 2;

/** A number that is looked at again and again, and when it last grew. */
class Growth {
  #last?: number;
  times = 0;
  at = -Infinity;

  add(value: number, now: Date): void {
    if (this.#last !== undefined && value > this.#last) {
      this.times += 1;
      this.at = now.getTime();
    }
    this.#last = value;
  }

  /** Whether it has grown so often, and not long ago for this host. */
  goesOn(times: number, host: Host, now: Date): boolean {
    return (
      this.times >= times && now.getTime() - this.at <= silentAfterMs(host)
    );
  }
}

/** A host from which nothing of this hour comes any more. */
interface Suspect {
  /** When the suspicion began: the end of the window of its past, which stays where it is. */
  since: Date;
  /** Age of its newest sample then. */
  ageMs: number;
  /** Time of its newest sample in the future. */
  ahead: Growth;
  /** Count of its samples in the day before the suspicion. */
  past: Growth;
}

/**
 * Tells hosts with a wrong clock from silent ones. Samples of a clock that is ahead go on coming in the future. Those of one
 * that is behind fill up the past: a window of time that is over gets more of them, while the newest sample grows no younger,
 * as it would for a host that only delivers what it had kept. Samples that a clock left elsewhere before it was set right stay
 * as they are, and say nothing.
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
    stale.forEach(host => this.#suspect(host, now));
    const leads = await this.#lookAhead(client, now, signal);
    // When most do not report, the way is broken, not the clocks: their past is not looked at.
    const few = stale.length <= hosts.length / 2;
    const others = stale.filter(({ instance }) => !leads.has(instance));
    if (few) {
      const suspects = others.slice(0, MAX_SUSPECTS);
      await this.#lookBack(suspects, client, now, signal);
    }
    for (const host of stale) {
      host.clock = this.#judge(host, leads.get(host.instance), now);
    }
  }

  #suspect(host: Host, now: Date): void {
    if (this.#suspects.has(host.instance)) return;
    this.#suspects.set(host.instance, {
      since: now,
      ageMs: ageMs(host, now),
      ahead: new Growth(),
      past: new Growth(),
    });
  }

  /** Seconds that the newest sample of suspects is ahead, where it moves on. */
  async #lookAhead(
    client: VictoriaMetricsClient,
    now: Date,
    signal: AbortSignal,
  ): Promise<Map<string, number>> {
    const answer = await client.query(aheadQuery(this.selector), now, signal);
    return new Map(
      answer.flatMap(({ labels: { instance }, value }) => {
        const lead = value - now.getTime() / 1000;
        const suspect = this.#suspects.get(instance);
        if (!suspect || lead <= TOLERANCE_S) return [];
        suspect.ahead.add(value, now);
        return suspect.ahead.times > 0 ? [[instance, lead]] : [];
      }),
    );
  }

  async #lookBack(
    hosts: readonly Host[],
    client: VictoriaMetricsClient,
    now: Date,
    signal: AbortSignal,
  ): Promise<void> {
    const byMoment = new Map<number, string[]>();
    for (const { instance } of hosts) {
      const moment = this.#suspects.get(instance)!.since.getTime();
      byMoment.set(moment, [...(byMoment.get(moment) ?? []), instance]);
    }
    await Promise.all(
      [...byMoment].map(async ([moment, names]) => {
        const query = countQuery(this.selector, names);
        const counts = await client.query(query, new Date(moment), signal);
        for (const { labels, value } of counts) {
          this.#suspects.get(labels.instance)?.past.add(value, now);
        }
      }),
    );
  }

  #judge(
    host: Host,
    lead: number | undefined,
    now: Date,
  ): ClockError | undefined {
    const suspect = this.#suspects.get(host.instance)!;
    if (lead !== undefined && suspect.ahead.goesOn(1, host, now)) {
      return { ahead: true, seconds: lead };
    }
    const catchesUp = ageMs(host, now) < suspect.ageMs - silentAfterMs(host);
    if (!catchesUp && suspect.past.goesOn(GROWTHS_TO_ACCUSE, host, now)) {
      return { ahead: false };
    }
    return undefined;
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
