const ZERO = 48;
const SPACE = 32;
const QUOTE = 34;
const BACKSLASH = 92;
const DELETE = 127;

/**
 * Writes text as the bytes that it is sent as.
 *
 * Not by joining strings, since what is written is mostly numbers: each would be made a string first, the whole would
 * be put together from those, and all of it be copied into bytes in the end.
 */
export class ByteWriter {
  private bytes: Buffer;
  private end = 0;

  /** @param bytes - where to write; what does not fit there goes to new ones, twice as many */
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** Where the next byte goes. */
  get position(): number {
    return this.end;
  }

  /** Text of ASCII alone. */
  ascii(text: string): void {
    const { length } = text;
    this.makeRoom(length);
    const { bytes, end } = this;
    for (let i = 0; i < length; i++) bytes[end + i] = text.charCodeAt(i);
    this.end = end + length;
  }

  /** Any text as a JSON string with its quotes. */
  json(text: string): void {
    const { length } = text;
    this.makeRoom(length + 2);
    const { bytes, end } = this;
    bytes[end] = QUOTE;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (
        code < SPACE ||
        code >= DELETE ||
        code === QUOTE ||
        code === BACKSLASH
      ) {
        this.utf8(JSON.stringify(text));
        return;
      }
      bytes[end + 1 + i] = code;
    }
    bytes[end + 1 + length] = QUOTE;
    this.end = end + length + 2;
  }

  /** A number as JavaScript writes it: the shortest text that means the same double. */
  number(value: number): void {
    if (value >= 0 && Number.isSafeInteger(value)) this.digits(value);
    else this.ascii(String(value));
  }

  /** Bytes that were made before. */
  copy(part: Buffer): void {
    this.makeRoom(part.length);
    this.bytes.set(part, this.end);
    this.end += part.length;
  }

  /** What was written from one position to another, once more. */
  again(from: number, to: number): void {
    this.makeRoom(to - from);
    this.bytes.copyWithin(this.end, from, to);
    this.end += to - from;
  }

  /** What was written. The writer must not be used any more. */
  finish(): Buffer {
    return this.bytes.subarray(0, this.end);
  }

  private digits(value: number): void {
    let count = 1;
    for (let bound = 10; bound <= value; bound *= 10) count += 1;
    this.makeRoom(count);
    const { bytes } = this;
    let rest = value;
    for (let at = this.end + count - 1; at >= this.end; at--) {
      const tenth = Math.floor(rest / 10);
      bytes[at] = ZERO + (rest - tenth * 10);
      rest = tenth;
    }
    this.end += count;
  }

  private utf8(text: string): void {
    this.makeRoom(Buffer.byteLength(text));
    this.end += this.bytes.write(text, this.end);
  }

  private makeRoom(count: number): void {
    const needed = this.end + count;
    if (needed <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(
      Math.max(needed, this.bytes.length * 2),
    );
    this.bytes.copy(grown, 0, 0, this.end);
    this.bytes = grown;
  }
}
