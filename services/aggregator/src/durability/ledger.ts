/** What one look at the database said, and when the question was asked. */
export interface IncarnationReading {
  /** Names one life of the database: another name means that it was restarted. */
  readonly incarnation: string;
  /** When the question was sent, in milliseconds: the answer is at least as young. */
  readonly askedAtMs: number;
}

/** A run of offsets of one partition that travels together through one import. */
export interface LedgerEntry {
  /** The offset after the last of the run. */
  readonly next: number;
  readonly messages: number;
}

type Mark =
  | { readonly kind: 'open' }
  | { readonly kind: 'settled' }
  | {
      readonly kind: 'accepted';
      readonly atMs: number;
      readonly incarnation: string;
    };

interface MarkedEntry extends LedgerEntry {
  mark: Mark;
}

const OPEN: Mark = { kind: 'open' };
const SETTLED: Mark = { kind: 'settled' };

/**
 * Which offsets of one partition are accepted, and which of those are durable.
 *
 * VictoriaMetrics has no write-ahead log: what it acknowledged within its last
 * seconds is gone when it is killed. So an accepted run is durable only when
 * the database that was alive before the request is still the same one a
 * window after the answer. Nothing here knows a client or a clock.
 */
export class PartitionLedger {
  readonly #windowMs: number;
  readonly #entries: MarkedEntry[] = [];
  #durableTo: number;
  #acceptedTo: number;
  #acceptedEntries = 0;

  constructor(start: number, windowMs: number) {
    this.#windowMs = windowMs;
    this.#durableTo = start;
    this.#acceptedTo = start;
  }

  /** The next offset after everything durable: what may be committed. */
  get durableTo(): number {
    return this.#durableTo;
  }

  /** The next offset after everything accepted without a hole. */
  get acceptedTo(): number {
    return this.#acceptedTo;
  }

  /** Runs that are not durable yet. */
  get openEntries(): number {
    return this.#entries.length;
  }

  /** Runs from the first that is not accepted on: a long tail means that one of them is stuck. */
  get entriesBehindStuck(): number {
    return this.#entries.length - this.#acceptedEntries;
  }

  /** Messages that are accepted, in whatever order, and only wait for the window. */
  get undurableMessages(): number {
    return this.#entries.reduce(
      (sum, { mark, messages }) =>
        mark.kind === 'open' ? sum : sum + messages,
      0,
    );
  }

  /** When the oldest run that still waits for the window was accepted. */
  get oldestAcceptedAtMs(): number | undefined {
    const mark = this.#entries[0]?.mark;
    return mark?.kind === 'accepted' ? mark.atMs : undefined;
  }

  /** Takes up the next run; runs are taken up in the order of their offsets. */
  open(next: number, messages: number): LedgerEntry {
    const entry: MarkedEntry = { next, messages, mark: OPEN };
    this.#entries.push(entry);
    return entry;
  }

  /** The database answered 2xx, and was `incarnation` before the request. */
  accept(entry: LedgerEntry, atMs: number, incarnation: string): void {
    this.#mark(
      entry,
      this.#windowMs === 0 ? SETTLED : { kind: 'accepted', atMs, incarnation },
    );
  }

  /** Nothing of the run went to the database: it is safe without waiting. */
  settle(entry: LedgerEntry): void {
    this.#mark(entry, SETTLED);
  }

  /** Moves the durable offset as far as this reading proves it. */
  advance(reading: IncarnationReading): void {
    this.#shiftWhile(
      ({ mark }) =>
        mark.kind === 'settled' ||
        (mark.kind === 'accepted' &&
          mark.incarnation === reading.incarnation &&
          mark.atMs + this.#windowMs <= reading.askedAtMs),
    );
  }

  /** Whether something accepted may be lost, since another life of the database answers now. */
  isOutlivedBy(incarnation: string): boolean {
    return this.#entries.some(
      ({ mark }) =>
        mark.kind === 'accepted' && mark.incarnation !== incarnation,
    );
  }

  #mark(entry: LedgerEntry, mark: Mark) {
    (entry as MarkedEntry).mark = mark;
    while (
      this.#acceptedEntries < this.#entries.length &&
      this.#entries[this.#acceptedEntries].mark.kind !== 'open'
    ) {
      this.#acceptedTo = this.#entries[this.#acceptedEntries].next;
      this.#acceptedEntries += 1;
    }
    this.#shiftWhile(first => first.mark.kind === 'settled');
  }

  #shiftWhile(isDurable: (entry: MarkedEntry) => boolean) {
    let count = 0;
    while (count < this.#entries.length && isDurable(this.#entries[count])) {
      this.#durableTo = this.#entries[count].next;
      count += 1;
    }
    this.#entries.splice(0, count);
    this.#acceptedEntries -= count;
  }
}
