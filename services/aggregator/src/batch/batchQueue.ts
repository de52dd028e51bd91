import { PartitionState } from '../consume/partitionState';
import { LedgerEntry } from '../durability/ledger';
import { BatchLimits, batchDueInMs } from './batchDue';
import { ConsumedMessage, messageBytes } from './consumedMessage';

/** The run of one partition within a batch. */
export interface BatchRun {
  readonly state: PartitionState;
  readonly entry: LedgerEntry;
}

/** Messages that are imported together. */
export interface Batch {
  readonly messages: ConsumedMessage[];
  readonly runs: BatchRun[];
}

interface Chunk {
  readonly state: PartitionState;
  readonly messages: ConsumedMessage[];
  /** The offset after the chunk, which may lie past its last message. */
  readonly next: number;
  readonly bytes: number;
  readonly atMs: number;
}

/** Bounds of what waits between fetching and importing. */
export interface QueueLimits extends BatchLimits {
  /** Fetching pauses above. */
  readonly maxQueuedBytes: number;
}

/**
 * What was fetched and waits to be imported, in order, bounded in bytes.
 *
 * Fetching asks for room before it adds; importing takes whole chunks, so
 * that the runs of a partition follow each other without holes.
 */
export class BatchQueue {
  readonly #limits: QueueLimits;
  readonly #now: () => number;
  #chunks: Chunk[] = [];
  #messages = 0;
  #bytes = 0;
  #closed = false;
  #roomWaiters: (() => void)[] = [];
  #takers: ((batch: Batch | undefined) => void)[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(limits: QueueLimits, now: () => number = Date.now) {
    this.#limits = limits;
    this.#now = now;
  }

  get messages(): number {
    return this.#messages;
  }

  get bytes(): number {
    return this.#bytes;
  }

  hasRoom(): boolean {
    return this.#bytes < this.#limits.maxQueuedBytes;
  }

  /** Waits until there is room, at most so long. */
  async room(withinMs: number): Promise<void> {
    if (this.hasRoom()) return;
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, withinMs);
      this.#roomWaiters.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Adds messages of one partition that follow those added before. */
  add(state: PartitionState, messages: ConsumedMessage[], next: number): void {
    const bytes = messages.reduce((sum, m) => sum + messageBytes(m), 0);
    this.#chunks.push({ state, messages, next, bytes, atMs: this.#now() });
    this.#messages += messages.length;
    this.#bytes += bytes;
    this.#serve();
  }

  /** The next batch once it is due, or undefined when the queue is closed and empty. */
  take(): Promise<Batch | undefined> {
    return new Promise(resolve => {
      this.#takers.push(resolve);
      this.#serve();
    });
  }

  /** Lets go of what belongs to partitions that are lost or were rewound. */
  purge(): void {
    this.#chunks = this.#chunks.filter(chunk => {
      if (chunk.state.closed) {
        this.#messages -= chunk.messages.length;
        this.#bytes -= chunk.bytes;
      }
      return !chunk.state.closed;
    });
    this.#wakeRoom();
  }

  /** Takers get what is left at once, then nothing. */
  close(): void {
    this.#closed = true;
    this.#serve();
  }

  #serve(): void {
    clearTimeout(this.#timer);
    while (this.#takers.length > 0) {
      const dueInMs = batchDueInMs(
        {
          messages: this.#messages,
          bytes: this.#bytes,
          oldestAtMs: this.#chunks[0]?.atMs ?? 0,
        },
        this.#limits,
        this.#now(),
      );
      if (this.#closed && dueInMs === undefined) {
        this.#takers.shift()!(undefined);
      } else if (dueInMs === 0 || (this.#closed && dueInMs !== undefined)) {
        this.#takers.shift()!(this.#nextBatch());
      } else {
        if (dueInMs !== undefined) {
          this.#timer = setTimeout(() => this.#serve(), dueInMs);
        }
        return;
      }
    }
  }

  #nextBatch(): Batch {
    const runs = new Map<PartitionState, { next: number; messages: number }>();
    const messages: ConsumedMessage[] = [];
    let bytes = 0;
    while (
      this.#chunks.length > 0 &&
      (messages.length === 0 ||
        (messages.length + this.#chunks[0].messages.length <=
          this.#limits.maxMessages &&
          bytes + this.#chunks[0].bytes <= this.#limits.maxBytes))
    ) {
      const chunk = this.#chunks.shift()!;
      const before = runs.get(chunk.state)?.messages ?? 0;
      runs.set(chunk.state, {
        next: chunk.next,
        messages: before + chunk.messages.length,
      });
      messages.push(...chunk.messages);
      bytes += chunk.bytes;
    }
    this.#messages -= messages.length;
    this.#bytes -= bytes;
    this.#wakeRoom();
    return {
      messages,
      runs: [...runs].map(([state, run]) => ({
        state,
        entry: state.ledger.open(run.next, run.messages),
      })),
    };
  }

  #wakeRoom(): void {
    if (!this.hasRoom()) return;
    const waiters = this.#roomWaiters;
    this.#roomWaiters = [];
    waiters.forEach(wake => wake());
  }
}
