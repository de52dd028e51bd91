import { DecodeError } from './decodeError';
import { NameTable } from './nameTable';

/** Wire types of protobuf's encoding that a Metric uses. */
export const VARINT = 0;
export const FIXED64 = 1;
export const LENGTH_DELIMITED = 2;
export const FIXED32 = 5;

const TWO_32 = 2 ** 32;
/** Doubles from here on do not fit into a uint64. */
const TWO_64 = 2 ** 64;

/** Of disks, interfaces and scopes. */
const NAMES = new NameTable();

/**
 * Reads protobuf primitives and never past `end`.
 *
 * Not protobufjs' Reader, because that makes an object for every uint64, accepts lengths before checking them
 * against the limits here, and skips nested groups to any depth. This one has no recursion at all.
 */
export class Cursor {
  position = 0;

  constructor(private readonly bytes: Buffer, public end: number) {}

  /** Up to 64 bits as a double: exact to 2^53, rounded to 53 significant bits above. */
  varint(): number {
    const { bytes, end } = this;
    if (this.position < end && bytes[this.position] < 128) {
      return bytes[this.position++];
    }
    let low = 0;
    let factor = 1;
    for (let count = 0; count < 10; count++) {
      if (this.position >= end) throw this.error('truncated');
      const byte = bytes[this.position++];
      low += (byte % 128) * factor;
      if (byte < 128) {
        if (low >= TWO_64) throw this.error('number_too_large');
        return low;
      }
      factor *= 128;
    }
    throw this.error('malformed');
  }

  /** A number that must be exact, at most `max`. */
  integer(max: number): number {
    const value = this.varint();
    if (value > max) throw this.error('number_too_large');
    return value;
  }

  /** A field's number and wire type, as one number: number * 8 + type. */
  tag(): number {
    const tag = this.varint();
    if (tag < 8 || tag >= TWO_32) throw this.error('malformed');
    return tag;
  }

  float(): number {
    return this.bytes.readFloatLE(this.take(4));
  }

  /** Checks a length against what is left before anything is made of it. */
  length(): number {
    const length = this.varint();
    if (length > this.end - this.position) throw this.error('truncated');
    return length;
  }

  text(maxBytes: number): string {
    return this.read(this.textLength(maxBytes), maxBytes);
  }

  /** A text that many messages have, as the same string each time. */
  name(maxBytes: number): string {
    const length = this.textLength(maxBytes);
    const known = NAMES.find(this.bytes, this.position, length);
    if (known !== undefined) {
      this.position += length;
      return known;
    }
    const name = this.read(length, maxBytes);
    NAMES.keep(name);
    return name;
  }

  /** Begins to read a message in the message. @returns the end of the outer one, to be put back when `end` is reached */
  enter(): number {
    const outerEnd = this.end;
    const length = this.length();
    this.end = this.position + length;
    return outerEnd;
  }

  /** Steps over the value of a field this version does not know. Groups are not proto3 and are refused. */
  skip(wireType: number): void {
    if (wireType === VARINT) this.varint();
    else if (wireType === FIXED64) this.take(8);
    else if (wireType === LENGTH_DELIMITED) this.take(this.length());
    else if (wireType === FIXED32) this.take(4);
    else throw this.error('malformed');
  }

  error(reason: DecodeError['reason']): DecodeError {
    return new DecodeError(reason, this.position);
  }

  private textLength(maxBytes: number): number {
    const length = this.length();
    if (length > maxBytes) throw this.error('text_too_long');
    return length;
  }

  private read(length: number, maxBytes: number): string {
    const from = this.take(length);
    const text = this.bytes.toString('utf8', from, from + length);
    // A byte that is not UTF-8 becomes a replacement character of three: what is accepted must fit when written again.
    const mayGrow = text.length * 3 > maxBytes;
    if (mayGrow && Buffer.byteLength(text) > maxBytes) {
      throw this.error('text_too_long');
    }
    return text;
  }

  private take(count: number): number {
    const from = this.position;
    if (count > this.end - from) throw this.error('truncated');
    this.position = from + count;
    return from;
  }
}
