import { CodecError } from './expansionLimit';

const MIN_MATCH = 4;

/**
 * Decompresses one LZ4 block.
 *
 * Matches may reach back before `offset`, into blocks that were written
 * earlier: some producers link their blocks.
 *
 * @param input - the block, all of it
 * @param output - where it goes; long enough for the whole frame
 * @param offset - where in `output` this block begins
 * @returns the offset in `output` after the block
 * @see LZ4 Block Format Description, in the documentation of lz4
 */
export function decodeLz4Block(
  input: Buffer,
  output: Buffer,
  offset: number,
): number {
  let i = 0;
  let o = offset;
  while (i < input.length) {
    const token = input[i++];

    let literals = token >> 4;
    if (literals === 15) {
      let more;
      do {
        more = read(input, i++);
        literals += more;
      } while (more === 255);
    }
    if (i + literals > input.length || o + literals > output.length) {
      throw new CodecError('lz4', 'literals reach past the end');
    }
    input.copy(output, o, i, i + literals);
    i += literals;
    o += literals;
    if (i === input.length) {
      return o;
    }

    const distance = read(input, i) | (read(input, i + 1) << 8);
    i += 2;
    let length = (token & 15) + MIN_MATCH;
    if (length === 15 + MIN_MATCH) {
      let more;
      do {
        more = read(input, i++);
        length += more;
      } while (more === 255);
    }
    if (distance === 0 || distance > o || o + length > output.length) {
      throw new CodecError('lz4', 'a match reaches past the bounds');
    }
    if (distance >= length) {
      output.copyWithin(o, o - distance, o - distance + length);
      o += length;
    } else {
      // The match overlaps what it writes, so it goes byte by byte.
      for (const end = o + length; o < end; o++) {
        output[o] = output[o - distance];
      }
    }
  }
  return o;
}

function read(input: Buffer, index: number): number {
  if (index >= input.length) {
    throw new CodecError('lz4', 'the block ends early');
  }
  return input[index];
}
