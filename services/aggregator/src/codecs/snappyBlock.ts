import { checkExpansion, CodecError } from './expansionLimit';

/**
 * Decompresses one block of raw Snappy.
 *
 * @throws CodecError for anything that is not a whole block
 * @see Snappy compressed format description, in the documentation of snappy
 */
export function decodeSnappyBlock(input: Buffer): Buffer {
  const { length, start } = readLength(input);
  checkExpansion('snappy', length);
  const output = Buffer.allocUnsafe(length);
  let i = start;
  let o = 0;
  while (i < input.length) {
    const tag = input[i++];
    const kind = tag & 3;
    if (kind === 0) {
      let size = tag >> 2;
      if (size >= 60) {
        const width = size - 59;
        size = readLittleEndian(input, i, width);
        i += width;
      }
      size += 1;
      if (i + size > input.length || o + size > length) {
        throw new CodecError('snappy', 'a literal reaches past the end');
      }
      input.copy(output, o, i, i + size);
      i += size;
      o += size;
      continue;
    }

    let size: number;
    let distance: number;
    if (kind === 1) {
      size = 4 + ((tag >> 2) & 7);
      distance = ((tag >> 5) << 8) | readLittleEndian(input, i, 1);
      i += 1;
    } else {
      const width = kind === 2 ? 2 : 4;
      size = 1 + (tag >> 2);
      distance = readLittleEndian(input, i, width);
      i += width;
    }
    if (distance === 0 || distance > o || o + size > length) {
      throw new CodecError('snappy', 'a copy reaches past the bounds');
    }
    if (distance >= size) {
      output.copyWithin(o, o - distance, o - distance + size);
      o += size;
    } else {
      // The copy overlaps what it writes, so it goes byte by byte.
      for (const end = o + size; o < end; o++) {
        output[o] = output[o - distance];
      }
    }
  }
  if (o !== length) {
    throw new CodecError('snappy', 'the block is shorter than it says');
  }
  return output;
}

function readLength(input: Buffer): { length: number; start: number } {
  let length = 0;
  for (let i = 0; i < 5; i++) {
    const byte = readLittleEndian(input, i, 1);
    length += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) {
      return { length, start: i + 1 };
    }
  }
  throw new CodecError('snappy', 'the length does not end');
}

function readLittleEndian(input: Buffer, at: number, width: number): number {
  if (at + width > input.length) {
    throw new CodecError('snappy', 'the block ends early');
  }
  return input.readUIntLE(at, width);
}
