import { inSlices } from '../../engine/slices';
import {
  VectorEntry,
  VictoriaMetricsClient,
} from '../victoriaMetrics/VictoriaMetricsClient';
import { Owners } from './Owners';
import { Scope } from './queries';

type Query = (scope: Scope) => string;

/**
 * The questions that all fleets of one database ask in a cycle. Where there are several, each question is asked once, for the
 * hosts of all of them, and every fleet gets its own of the answer: a hundred agents cost the database one query, not a hundred.
 */
export class FleetQueries {
  readonly #shared = new Map<string, Promise<Map<string, VectorEntry[]>>>();

  constructor(
    private readonly client: VictoriaMetricsClient,
    private readonly owners: Owners,
    private readonly now: Date,
    private readonly signal: AbortSignal,
  ) {}

  /** Values by host; of several of one host the one that `best` chooses. */
  async ask(
    query: Query,
    selector: string,
    best: (a: number, b: number) => number = Math.max,
  ): Promise<VectorEntry[]> {
    const { scope } = this.owners;
    if (!scope || !this.owners.knows(selector)) {
      return this.#ask(query({ selector, by: 'instance' }));
    }
    const text = query(scope);
    const answer = this.#shared.get(text) ?? this.#askForAll(text);
    this.#shared.set(text, answer);
    return onePerHost((await answer).get(selector) ?? [], best);
  }

  #ask(query: string): Promise<VectorEntry[]> {
    return this.client.query(query, this.now, this.signal);
  }

  async #askForAll(query: string): Promise<Map<string, VectorEntry[]>> {
    const byFleet = new Map<string, VectorEntry[]>();
    await inSlices(await this.#ask(query), entry => {
      for (const selector of this.owners.of(entry.labels)) {
        const own = byFleet.get(selector) ?? [];
        own.push(entry);
        byFleet.set(selector, own);
      }
    });
    return byFleet;
  }
}

function onePerHost(
  entries: readonly VectorEntry[],
  best: (a: number, b: number) => number,
): VectorEntry[] {
  const hosts = new Map<string, VectorEntry>();
  for (const entry of entries) {
    const { instance = '' } = entry.labels;
    const known = hosts.get(instance);
    const value = known ? best(known.value, entry.value) : entry.value;
    hosts.set(instance, { ...entry, value });
  }
  return [...hosts.values()];
}
