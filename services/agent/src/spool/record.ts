import { crc32 } from 'node:zlib';

/**
 * One reading on disk: length and checksum of what follows, both 32 bits, then collection time and sequence as
 * doubles, then the message. The checksum tells a record that was cut by a crash from a whole one.
 */
export interface SpoolRecord {
  collectedAtMs: number;
  sequence: number;
  bytes: Uint8Array;
}

const HEADER_BYTES = 8;
const FIELDS_BYTES = 16;

/** Longer than any message: a length above it is no length. */
const MAX_RECORD_BYTES = 16 * 1024 * 1024;

/** Size of the record of a message. */
export function recordLength(messageBytes: number): number {
  return HEADER_BYTES + FIELDS_BYTES + messageBytes;
}

/** A record as it stands in a segment. */
export function writeRecord(record: SpoolRecord): Buffer {
  const buffer = Buffer.alloc(
    HEADER_BYTES + FIELDS_BYTES + record.bytes.length,
  );
  buffer.writeDoubleLE(record.collectedAtMs, HEADER_BYTES);
  buffer.writeDoubleLE(record.sequence, HEADER_BYTES + 8);
  buffer.set(record.bytes, HEADER_BYTES + FIELDS_BYTES);
  buffer.writeUInt32LE(buffer.length - HEADER_BYTES, 0);
  buffer.writeUInt32LE(crc32(buffer.subarray(HEADER_BYTES)), 4);
  return buffer;
}

/** Whole records of a segment, and where the last of them ends: what follows is damaged. */
export function readRecords(segment: Buffer): {
  records: { record: SpoolRecord; end: number }[];
  end: number;
} {
  const records: { record: SpoolRecord; end: number }[] = [];
  let end = 0;
  while (end + HEADER_BYTES <= segment.length) {
    const length = segment.readUInt32LE(end);
    const from = end + HEADER_BYTES;
    const plausible = length >= FIELDS_BYTES && length <= MAX_RECORD_BYTES;
    if (!plausible || from + length > segment.length) break;
    const body = segment.subarray(from, from + length);
    if (crc32(body) !== segment.readUInt32LE(end + 4)) break;
    end = from + length;
    const record = {
      collectedAtMs: body.readDoubleLE(0),
      sequence: body.readDoubleLE(8),
      bytes: Uint8Array.from(body.subarray(FIELDS_BYTES)),
    };
    records.push({ record, end });
  }
  return { records, end };
}
