import {
  closeSync,
  constants,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../message/messageMaker';
import { readRecords, recordLength, writeRecord } from './record';
import { RecordSource, SpoolEntry } from './spoolEntry';

const NAME = /^(\d{12})\.spool$/;

/** The number in a segment's name; undefined for other files. */
export function segmentNumber(file: string): number | undefined {
  const match = NAME.exec(file);
  return match ? Number(match[1]) : undefined;
}

/** One file of the spool: records one after another. */
export class Segment implements RecordSource {
  /** Where the last whole record ends. */
  end = 0;
  private descriptor: number | undefined;
  private readonly file: string;

  constructor(folder: string, readonly number: number) {
    this.file = join(folder, `${String(number).padStart(12, '0')}.spool`);
  }

  /**
   * Reads what a former process left and cuts what it could not finish.
   * @returns the entries, and how many bytes were cut
   */
  recover(): { entries: SpoolEntry[]; cutBytes: number } {
    const content = readFileSync(this.file);
    const { records, end } = readRecords(content);
    if (end < content.length) truncateSync(this.file, end);
    this.end = end;
    const entries = records.map(({ record, end: entryEnd }) => {
      const { sequence, collectedAtMs, bytes } = record;
      return new SpoolEntry(this, entryEnd, bytes.length, {
        sequence,
        collectedAtMs,
      });
    });
    return { entries, cutBytes: content.length - end };
  }

  /**
   * Appends one message. A write that fails, or is cut short by a full disk, leaves no trace.
   * @throws what the file system says
   */
  append(message: Message, sync: boolean): SpoolEntry {
    const descriptor = this.open();
    const record = writeRecord(message);
    try {
      const size = record.length;
      const written = writeSync(descriptor, record, 0, size, this.end);
      if (written < size) throw new Error('no space left on device');
      if (sync) fsyncSync(descriptor);
    } catch (error) {
      ftruncateSync(descriptor, this.end);
      throw error;
    }
    this.end += record.length;
    return new SpoolEntry(this, this.end, message.bytes.length, message);
  }

  read(end: number, messageBytes: number): Uint8Array {
    const length = recordLength(messageBytes);
    const content = Buffer.alloc(length);
    readSync(this.open(), content, 0, length, end - length);
    const [found] = readRecords(content).records;
    if (found?.end !== length) throw new Error(`${this.file} is damaged`);
    return found.record.bytes;
  }

  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }

  delete(): void {
    this.close();
    rmSync(this.file, { force: true });
  }

  /** Not in append mode: a record stands where it is remembered, whatever else happens to the file. */
  private open(): number {
    this.descriptor ??= openSync(
      this.file,
      constants.O_RDWR + constants.O_CREAT,
      0o600,
    );
    return this.descriptor;
  }
}
