import { checkExpansion, CodecError } from './expansionLimit';
import { decodeLz4Block } from './lz4Block';

const MAGIC = 0x184d2204;
const STORED = 0x80000000;
const BLOCK_SIZES: Record<number, number> = {
  4: 64 * 1024,
  5: 256 * 1024,
  6: 1024 * 1024,
  7: 4 * 1024 * 1024,
};

interface FrameHeader {
  readonly length: number;
  readonly maxBlockSize: number;
  readonly blockChecksums: boolean;
  readonly contentSize: number | undefined;
}

/**
 * Decompresses an LZ4 frame, as Kafka's producers write it.
 *
 * Checksums are passed over: Kafka's own checksum covers the whole batch.
 *
 * @throws CodecError for anything that is not a whole frame
 * @see LZ4 Frame Format Description, in the documentation of lz4
 */
export function decodeLz4(input: Buffer): Buffer {
  const header = readHeader(input);
  let output: Buffer = Buffer.allocUnsafe(
    header.contentSize ?? Math.max(64 * 1024, input.length * 4),
  );
  let i = header.length;
  let o = 0;
  for (;;) {
    need(input, i, 4);
    const word = input.readUInt32LE(i);
    i += 4;
    if (word === 0) {
      return output.subarray(0, o);
    }
    const size = word % STORED;
    need(input, i, size);
    const block = input.subarray(i, i + size);
    const stored = word >= STORED;
    output = grow(output, o, stored ? size : header.maxBlockSize);
    if (stored) {
      block.copy(output, o);
      o += size;
    } else {
      o = decodeLz4Block(block, output, o);
    }
    i += size + (header.blockChecksums ? 4 : 0);
  }
}

function readHeader(input: Buffer): FrameHeader {
  need(input, 0, 7);
  if (input.readUInt32LE(0) !== MAGIC) {
    throw new CodecError('lz4', 'not a frame');
  }
  const flags = input.readUInt8(4);
  if (flags >> 6 !== 1) {
    throw new CodecError('lz4', 'an unknown version of the frame');
  }
  if (flags & 0x01) {
    throw new CodecError('lz4', 'needs a dictionary');
  }
  const maxBlockSize = BLOCK_SIZES[(input.readUInt8(5) >> 4) & 0x07];
  if (!maxBlockSize) {
    throw new CodecError('lz4', 'an unknown block size');
  }
  const hasSize = Boolean(flags & 0x08);
  need(input, 6, hasSize ? 9 : 1);
  const contentSize = hasSize ? Number(input.readBigUInt64LE(6)) : undefined;
  checkExpansion('lz4', contentSize ?? 0);
  return {
    // Magic, flags, block descriptor, content size if any, header checksum.
    length: 4 + 2 + (hasSize ? 8 : 0) + 1,
    maxBlockSize,
    blockChecksums: Boolean(flags & 0x10),
    contentSize,
  };
}

function need(input: Buffer, at: number, bytes: number): void {
  if (at + bytes > input.length) {
    throw new CodecError('lz4', 'the frame ends early');
  }
}

function grow(output: Buffer, used: number, wanted: number): Buffer {
  if (used + wanted <= output.length) {
    return output;
  }
  checkExpansion('lz4', used);
  const larger = Buffer.allocUnsafe(Math.max(output.length * 2, used + wanted));
  output.copy(larger, 0, 0, used);
  return larger;
}
