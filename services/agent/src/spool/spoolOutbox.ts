import { mkdirSync, readdirSync } from 'node:fs';
import type { Message } from '../message/messageMaker';
import type { OnDrop, Outbox } from '../outbox/outbox';
import { Queue } from '../outbox/queue';
import { lockFolder } from './lock';
import { readPosition, writePosition } from './position';
import { Segment, segmentNumber } from './segment';
import { SpoolEntry } from './spoolEntry';

/** Where and how much may wait on disk. */
export interface SpoolOptions {
  folder: string;
  maxBytes: number;
  /** Wait for the disk at each reading: survives a power cut, not only a killed process. */
  sync: boolean;
  onDrop: OnDrop;
  /** What a killed process had not finished was cut off. */
  onCut: (bytes: number) => void;
  /** The disk did not take a reading; it waits in memory. */
  onWriteError: (error: unknown) => void;
}

const MAX_SEGMENT_BYTES = 1024 * 1024;
/** A spool has at least this many segments before the oldest one goes. */
const SEGMENTS = 8;

/**
 * An outbox on disk: a reading that is put is still there after the process was killed. Every reading is appended to
 * the newest of several files; what Kafka acknowledged is remembered as a position, and files before it are deleted.
 * When the disk takes nothing, readings wait in memory.
 */
export class SpoolOutbox implements Outbox {
  readonly durable = true;
  private readonly waiting = new Queue<Message>();
  private segments: Segment[] = [];
  private size = 0;

  private constructor(
    private readonly options: SpoolOptions,
    private readonly unlock: () => void,
  ) {}

  /**
   * Opens a folder and takes up what a former process left in it.
   * @throws OperationalError `SPOOL_IN_USE`, or what the file system says
   */
  static open(options: SpoolOptions): SpoolOutbox {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const outbox = new SpoolOutbox(options, lockFolder(options.folder));
    outbox.recover();
    return outbox;
  }

  get depth(): number {
    return this.waiting.length;
  }

  get bytes(): number {
    return this.size;
  }

  get oldestAtMs(): number | undefined {
    return this.waiting.front?.collectedAtMs;
  }

  put(message: Message): void {
    let kept = message;
    try {
      kept = this.segmentFor().append(message, this.options.sync);
    } catch (error) {
      this.options.onWriteError(error);
    }
    this.waiting.push(kept);
    this.size += lengthOf(kept);
    this.dropOldestSegments();
  }

  peek(maxMessages: number, maxBytes: number): Message[] {
    const shown: Message[] = [];
    let bytes = 0;
    for (let i = 0; i < Math.min(maxMessages, this.depth); i++) {
      const message = this.waiting.at(i) as Message;
      bytes += lengthOf(message);
      if (bytes > maxBytes && shown.length > 0) break;
      if (!isReadable(message)) {
        if (shown.length > 0) break;
        this.options.onDrop('spool_unreadable', this.take());
        i -= 1;
        bytes = 0;
        continue;
      }
      shown.push(message);
    }
    return shown;
  }

  remove(messages: readonly Message[]): void {
    const done = new Set(messages);
    let last: SpoolEntry | undefined;
    while (this.waiting.front && done.has(this.waiting.front)) {
      const taken = this.take();
      if (taken instanceof SpoolEntry) last = taken;
    }
    if (last) this.acknowledge(last);
  }

  close(): void {
    this.segments.forEach(segment => segment.close());
    this.unlock();
  }

  private recover(): void {
    const { folder, onCut } = this.options;
    const position = readPosition(folder);
    const numbers = readdirSync(folder)
      .map(segmentNumber)
      .filter(number => number !== undefined)
      .sort((a, b) => a - b);
    for (const number of numbers) {
      const segment = new Segment(folder, number);
      if (number < position.segment) {
        segment.delete();
        continue;
      }
      const { entries, cutBytes } = segment.recover();
      if (cutBytes > 0) onCut(cutBytes);
      const done = number === position.segment ? position.end : 0;
      for (const entry of entries.filter(({ end }) => end > done)) {
        this.waiting.push(entry);
        this.size += entry.length;
      }
      this.segments.push(segment);
    }
    this.addSegment(Math.max(position.segment, ...numbers) + 1);
  }

  private get newest(): Segment {
    return this.segments[this.segments.length - 1];
  }

  private get segmentLimit(): number {
    const share = Math.floor(this.options.maxBytes / SEGMENTS);
    return Math.min(MAX_SEGMENT_BYTES, share);
  }

  private segmentFor(): Segment {
    if (this.newest.end >= this.segmentLimit) {
      this.addSegment(this.newest.number + 1);
    }
    return this.newest;
  }

  private addSegment(number: number): void {
    this.segments.push(new Segment(this.options.folder, number));
  }

  private acknowledge({ segment, end }: SpoolEntry): void {
    const number = segment.number;
    try {
      writePosition(this.options.folder, { segment: number, end });
    } catch (error) {
      this.options.onWriteError(error);
    }
    while (this.segments[0].number < number) this.segments.shift()?.delete();
  }

  private dropOldestSegments(): void {
    const total = () => this.segments.reduce((sum, { end }) => sum + end, 0);
    while (total() > this.options.maxBytes && this.segments.length > 1) {
      const oldest = this.segments[0];
      while (isIn(this.waiting.front, oldest)) {
        this.options.onDrop('spool_full', this.take());
      }
      this.segments.shift()?.delete();
    }
    this.dropFromMemory();
  }

  /** While the disk takes nothing, memory is bounded the same way. */
  private dropFromMemory(): void {
    while (this.size > this.options.maxBytes && this.depth > 1) {
      this.options.onDrop('spool_full', this.take());
    }
  }

  private take(): Message {
    const message = this.waiting.shift() as Message;
    this.size -= lengthOf(message);
    return message;
  }
}

function lengthOf(message: Message): number {
  return message instanceof SpoolEntry ? message.length : message.bytes.length;
}

function isIn(message: Message | undefined, segment: Segment): boolean {
  return message instanceof SpoolEntry && message.segment === segment;
}

function isReadable(message: Message): boolean {
  try {
    return message.bytes.length >= 0;
  } catch {
    return false;
  }
}
