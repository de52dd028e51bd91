import { VictoriaMetricsClient } from '../victoriaMetrics/VictoriaMetricsClient';
import { DEFAULT_INTERVAL_MS, Host } from './host';
import {
  densestQuery,
  displacedAheadQuery,
  LOSS_WINDOW_MS,
  SLOT_S,
} from './queries';

/** A message that is still on its way leaves a gap for a moment: one that stays for so many looks is a loss. */
const LOOKS_TO_MISS = 3;
/** Hosts whose gaps are looked into in one look. Where more lose messages at once, it is not their clocks. */
const MAX_SUSPECTS = 50;
/** Samples more than the interval explains: one at each end of the slot, and one of a restart. */
const NORMAL_EXCESS = 2;

/**
 * Tells messages that are lost from those that are stored at another time. Sequence numbers are counted by the time of the
 * samples, so a clock that was wrong for a while leaves a gap where its samples should be, and has too many of them elsewhere.
 */
export class Gaps {
  readonly #seen = new Map<string, number[]>();
  /** When the clock of a host was last seen to be wrong, Unix milliseconds. */
  readonly #wrongAt = new Map<string, number>();

  constructor(private readonly selector: string) {}

  /** The part of a gap that has stayed for some looks. */
  lasting(instance: string, gap: number): number {
    const gaps = [...(this.#seen.get(instance) ?? []), gap].slice(
      -LOOKS_TO_MISS,
    );
    this.#seen.set(instance, gaps);
    return gaps.length < LOOKS_TO_MISS ? 0 : Math.min(...gaps);
  }

  /** Remembers whose clock was wrong. It says more than what is stored: a host that is new has no samples among which others could be too many. */
  watchClocks(hosts: readonly Host[], now: Date): void {
    for (const { instance, clock } of hosts) {
      if (clock) this.#wrongAt.set(instance, now.getTime());
    }
    for (const [instance, at] of this.#wrongAt) {
      // Until the gap has left the window, with the time that it takes to be noticed.
      const isOver = now.getTime() - at > 1.1 * LOSS_WINDOW_MS;
      if (isOver) this.#wrongAt.delete(instance);
    }
  }

  /** Takes back the losses of hosts whose samples are there, but at wrong times: nobody can tell what else is missing. */
  async excuse(
    hosts: readonly Host[],
    client: VictoriaMetricsClient,
    now: Date,
    signal: AbortSignal,
  ): Promise<void> {
    const suspects = hosts.filter(({ missing }) => missing);
    if (suspects.length === 0 || suspects.length > MAX_SUSPECTS) return;
    const names = suspects.map(({ instance }) => instance);
    const [ahead, densest] = await Promise.all(
      [displacedAheadQuery, densestQuery].map(query =>
        client.query(query(this.selector, names), now, signal),
      ),
    );
    const valueOf = (answer: typeof ahead, { instance }: Host) =>
      answer.find(({ labels }) => labels.instance === instance)?.value ?? 0;
    for (const host of suspects) {
      const intervalS = (host.intervalMs ?? DEFAULT_INTERVAL_MS) / 1000;
      const normal = SLOT_S / intervalS + NORMAL_EXCESS;
      if (
        this.#wrongAt.has(host.instance) ||
        valueOf(ahead, host) > 0 ||
        valueOf(densest, host) > normal
      ) {
        host.missing = undefined;
      }
    }
  }

  forget(instance: string): void {
    this.#seen.delete(instance);
    this.#wrongAt.delete(instance);
  }
}
