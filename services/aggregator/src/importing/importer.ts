import { SeriesBudget } from '@gomon/wire';
import { Batch, BatchQueue } from '../batch/batchQueue';
import { describeAttempt } from '../database/attempt';
import { PoisonMessage, ReadMessage, toImport } from '../decode/readBatch';
import { Acceptance, Refusal } from './delivery';
import { deliverNarrowing } from './narrowing';

/** What importing needs from around it. */
export interface ImporterEdges {
  /** Reads a batch and takes note of what agents numbered. */
  read(batch: Batch): { readable: ReadMessage[]; poison: PoisonMessage[] };
  /** Delivers lines until they are accepted or refused; undefined when unwanted. */
  deliver(
    lines: Buffer,
    samples: number,
    isWanted: () => boolean,
  ): Promise<Acceptance | Refusal | undefined>;
  /** Whether the database accepts what it accepted before, so that a refusal is about the content. */
  acceptsAtAll(): Promise<boolean>;
  /** Writes dead letters; false when nobody wanted it any more. */
  bury(poison: PoisonMessage[], isWanted: () => boolean): Promise<boolean>;
  onRejected(rejected: { reason: string; name: string }[]): void;
  /** Samples are stored, as far as the database says. */
  onAccepted(
    messages: readonly ReadMessage[],
    lines: Buffer,
    samples: number,
    acceptance: Acceptance,
  ): void;
  /** Everything was refused, even what was accepted before: this blocks. */
  onAllRefused(sentence: string): void;
  pause(ms: number): Promise<void>;
  isStopped(): boolean;
}

const ALL_REFUSED_WAIT_MS = 5_000;

/** Takes batches from the queue and brings each to its end: stored, or in the dead letters. */
export class Importer {
  readonly #queue: BatchQueue;
  readonly #edges: ImporterEdges;
  readonly #environment: string | undefined;
  readonly #maxSamples: number;
  readonly #budget = new SeriesBudget();
  /** Memory for lines, from one request to the next: what is new each time makes Node collect garbage all the time. */
  readonly #spare: Buffer[] = [];
  #inFlight = 0;

  constructor(
    queue: BatchQueue,
    edges: ImporterEdges,
    options: { environment?: string; maxSamples: number },
  ) {
    this.#queue = queue;
    this.#edges = edges;
    this.#environment = options.environment;
    this.#maxSamples = options.maxSamples;
  }

  /** Batches that were taken and have not ended. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** Works until the queue is closed and empty, with so many batches at once. */
  async run(lanes: number): Promise<void> {
    await Promise.all(Array.from({ length: lanes }, () => this.#lane()));
  }

  async #lane(): Promise<void> {
    for (;;) {
      const batch = await this.#queue.take();
      if (!batch) return;
      this.#inFlight += 1;
      try {
        await this.#bringToEnd(batch);
      } finally {
        this.#inFlight -= 1;
      }
    }
  }

  async #bringToEnd(batch: Batch): Promise<void> {
    // What belongs to partitions that were lost or rewound is read again by
    // whoever holds them now; only when that is all of it, it is dropped.
    const isWanted = () =>
      !this.#edges.isStopped() && batch.runs.some(run => !run.state.closed);

    const { readable, poison } = this.#edges.read(batch);
    const acceptances: Acceptance[] = [];
    for (const part of this.#parts(readable)) {
      const result = await this.#store(part, isWanted);
      if (!result) return;
      if (result.acceptance) acceptances.push(result.acceptance);
      poison.push(...result.poison);
    }
    if (poison.length > 0 && !(await this.#edges.bury(poison, isWanted))) {
      return;
    }
    for (const { state, entry } of batch.runs) {
      if (acceptances.length === 0) {
        state.ledger.settle(entry);
      } else {
        const { incarnation } = acceptances[0];
        const { atMs } = acceptances[acceptances.length - 1];
        state.ledger.accept(entry, atMs, incarnation);
      }
    }
  }

  async #store(
    messages: ReadMessage[],
    isWanted: () => boolean,
  ): Promise<{ acceptance?: Acceptance; poison: PoisonMessage[] } | undefined> {
    let first = true;
    const send = async (part: readonly ReadMessage[]) => {
      const { lines, samples, rejected } = toImport(part, this.#environment, {
        budget: this.#budget,
        into: this.#spare.pop(),
      });
      if (first) this.#edges.onRejected(rejected);
      first = false;
      const answer = await this.#edges.deliver(lines, samples, isWanted);
      if (answer?.kind === 'accepted') {
        this.#edges.onAccepted(part, lines, samples, answer);
        // A request that was given up may still be on its way out, and read them.
        if (answer.attempts === 1) this.#spare.push(Buffer.from(lines.buffer));
      }
      return answer;
    };
    for (;;) {
      const result = await deliverNarrowing(messages, send);
      if (!result) return undefined;
      const { acceptance, refused } = result;
      if (
        refused.length === 0 ||
        acceptance ||
        (await this.#edges.acceptsAtAll())
      ) {
        return {
          acceptance,
          poison: refused.map(({ item, refusal }) => toPoison(item, refusal)),
        };
      }
      this.#edges.onAllRefused(describeAttempt(refused[0].refusal.attempt));
      await this.#edges.pause(ALL_REFUSED_WAIT_MS);
      if (!isWanted()) return undefined;
    }
  }

  *#parts(readable: ReadMessage[]): Generator<ReadMessage[]> {
    let part: ReadMessage[] = [];
    let samples = 0;
    for (const message of readable) {
      const { metric } = message;
      const size = 4 + 2 * (metric.diskStats.length + metric.netStats.length);
      if (part.length > 0 && samples + size > this.#maxSamples) {
        yield part;
        part = [];
        samples = 0;
      }
      part.push(message);
      samples += size;
    }
    if (part.length > 0) yield part;
  }
}

function toPoison(
  { message }: ReadMessage,
  { kind, attempt }: Refusal,
): PoisonMessage {
  return {
    message,
    reason:
      kind === 'too-large' ? 'too_large_for_database' : 'refused_by_database',
    detail: `VictoriaMetrics does not accept its samples (${describeAttempt(
      attempt,
    )}).`,
  };
}
