import { checkExpansion, CodecError } from './expansionLimit';
import { decodeSnappyBlock } from './snappyBlock';

// The header of snappy-java's stream: magic, version, compatible version.
const XERIAL_MAGIC = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0]);
const XERIAL_HEADER_LENGTH = 16;

/**
 * Decompresses Snappy in either of the two forms found in Kafka: the framing
 * of snappy-java ("xerial", by Java producers) and the raw block (by others).
 *
 * @throws CodecError for anything else
 */
export function decodeSnappy(input: Buffer): Buffer {
  return input.subarray(0, XERIAL_MAGIC.length).equals(XERIAL_MAGIC)
    ? decodeXerial(input)
    : decodeSnappyBlock(input);
}

function decodeXerial(input: Buffer): Buffer {
  const blocks: Buffer[] = [];
  let total = 0;
  let i = XERIAL_HEADER_LENGTH;
  while (i < input.length) {
    if (i + 4 > input.length) {
      throw new CodecError('snappy', 'a frame ends early');
    }
    const size = input.readUInt32BE(i);
    i += 4;
    if (i + size > input.length) {
      throw new CodecError('snappy', 'a block reaches past the frame');
    }
    const block = decodeSnappyBlock(input.subarray(i, i + size));
    total += block.length;
    checkExpansion('snappy', total);
    blocks.push(block);
    i += size;
  }
  return blocks.length === 1 ? blocks[0] : Buffer.concat(blocks, total);
}
