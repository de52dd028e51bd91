/** Where Kafka put a message that it acknowledged. */
export interface Place {
  readonly partition: number;
  readonly offset: number;
  /** Kafka no longer holds it: a commit may pass over it, and it is missing unless it was counted. */
  readonly destroyed?: boolean;
}

/** What was sent and what of it Kafka acknowledged, by host and sequence. */
export class ProducedLedger {
  readonly #sent = new Map<number, Set<number>>();
  readonly #acknowledged = new Map<number, Map<number, Place>>();

  /** A message was handed to the producer: it may come out, even if it is never acknowledged. */
  send(host: number, sequence: number): void {
    const own = this.#sent.get(host) ?? new Set();
    own.add(sequence);
    this.#sent.set(host, own);
  }

  /** Kafka acknowledged a message: it has to come out. */
  acknowledge(host: number, sequence: number, place: Place): void {
    const own = this.#acknowledged.get(host) ?? new Map();
    own.set(sequence, place);
    this.#acknowledged.set(host, own);
  }

  /** Kafka destroyed what it acknowledged so far, by retention or with the topic. */
  destroyAll(): void {
    for (const own of this.#acknowledged.values()) {
      for (const [sequence, place] of own) {
        own.set(sequence, { ...place, destroyed: true });
      }
    }
  }

  wasSent(host: number, sequence: number): boolean {
    return this.#sent.get(host)?.has(sequence) ?? false;
  }

  acknowledgedOf(host: number): ReadonlyMap<number, Place> {
    return this.#acknowledged.get(host) ?? new Map();
  }

  get acknowledged(): number {
    let sum = 0;
    for (const own of this.#acknowledged.values()) sum += own.size;
    return sum;
  }
}
