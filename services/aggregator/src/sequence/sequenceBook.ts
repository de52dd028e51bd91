import { Counter } from '@gomon/service-kit';
import { SequenceCounts } from './sequenceTracker';

/** Hosts that have figures of their own: the first ones with something to tell. */
const MAX_HOSTS = 100;
/** The host of all that come later. */
const OTHERS = 'others';

/** Where gaps and repeats are counted. */
export interface SequenceCounters {
  readonly missing: Counter;
  readonly duplicates: Counter;
  readonly hostMissing: Counter<'host'>;
  readonly hostDuplicates: Counter<'host'>;
}

/** Counts gaps and repeats, of all hosts and by host, with a bounded number of labels. */
export class SequenceBook {
  readonly #counters: SequenceCounters;
  readonly #named = new Set<string>();

  constructor(counters: SequenceCounters) {
    this.#counters = counters;
  }

  add(counts: ReadonlyMap<string, SequenceCounts>): void {
    for (const [name, { missing, duplicates }] of counts) {
      const host = this.#labelOf(name);
      this.#counters.missing.inc(missing);
      this.#counters.duplicates.inc(duplicates);
      this.#counters.hostMissing.inc({ host }, missing);
      this.#counters.hostDuplicates.inc({ host }, duplicates);
    }
  }

  #labelOf(host: string): string {
    if (this.#named.has(host)) return host;
    if (this.#named.size >= MAX_HOSTS) return OTHERS;
    this.#named.add(host);
    return host;
  }
}
