import { spawnSync } from 'child_process';
import { compress as compressLz4 } from 'lz4js';
import { compress as compressSnappy } from 'snappyjs';
import { CodecError } from './expansionLimit';
import { decodeLz4 } from './lz4';
import { decodeSnappy } from './snappy';

function noise(length: number): Buffer {
  let state = 42;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state >> 16;
    }),
  );
}

/** How reading ended: anything but a CodecError would be a bug. */
function outcomeOf(read: () => void): string {
  try {
    read();
    return 'read';
  } catch (error) {
    return (error as Error).name;
  }
}

const texts: [string, Buffer][] = [
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.from('x')],
  ['a run', Buffer.alloc(300_000, 7)],
  ['noise', noise(200_000)],
  [
    'records',
    Buffer.from(
      Array.from({ length: 20_000 }, (_, i) => `host-${i % 97}:${i};`).join(''),
    ),
  ],
];

function xerial(...blocks: Buffer[]): Buffer {
  const header = Buffer.from('82534e41505059000000000100000001', 'hex');
  const frames = blocks.flatMap(block => {
    const body = Buffer.from(compressSnappy(block));
    const size = Buffer.alloc(4);
    size.writeUInt32BE(body.length);
    return [size, body];
  });
  return Buffer.concat([header, ...frames]);
}

describe('decodeSnappy', () => {
  it.each(texts)('reads raw blocks of %s', (_, text) => {
    expect(decodeSnappy(Buffer.from(compressSnappy(text))).equals(text)).toBe(
      true,
    );
  });

  it.each(texts)("reads Java's framing of %s", (_, text) => {
    const framed = xerial(text.subarray(0, 5), text.subarray(5));
    expect(decodeSnappy(framed).equals(text)).toBe(true);
  });

  it('refuses what is cut off, at whatever place', () => {
    const whole = xerial(Buffer.from('abcabcabcabcabcabcabc'));
    for (let length = 17; length < whole.length; length++) {
      expect(() => decodeSnappy(whole.subarray(0, length))).toThrow(CodecError);
    }
  });

  it('refuses a block that says it grows past the limit', () => {
    expect(() =>
      decodeSnappy(Buffer.from([0xff, 0xff, 0xff, 0xff, 0x0f, 0])),
    ).toThrow('grows past');
  });
});

describe('decodeLz4', () => {
  it.each(texts)('reads frames of %s', (_, text) => {
    expect(decodeLz4(Buffer.from(compressLz4(text))).equals(text)).toBe(true);
  });

  it('refuses what is cut off, at whatever place', () => {
    const whole = Buffer.from(compressLz4(Buffer.from('abcabcabcabcabcabc')));
    // The last four bytes are the checksum of the content, which is passed over.
    for (let length = 0; length < whole.length - 4; length++) {
      expect(() => decodeLz4(whole.subarray(0, length))).toThrow(CodecError);
    }
  });

  it('survives bytes that were made up', () => {
    const valid = Buffer.from(compressLz4(noise(500)));
    for (let i = 0; i < valid.length; i++) {
      const broken = Buffer.from(valid);
      broken[i] ^= 0xff;
      expect(outcomeOf(() => decodeLz4(broken))).toMatch(/^(read|CodecError)$/);
    }
  });

  // The tool stands for librdkafka here: both write by the lz4 library itself.
  const lz4 = spawnSync('lz4', ['--version']).status === 0;
  it.each([
    ['linked blocks', ['-BD', '-B4']],
    ['independent blocks', ['-B4']],
    ['checksums of blocks', ['-BX', '-B4']],
    ['the content size', ['--content-size', '-B5']],
  ])('reads what the lz4 tool writes with %s', (_, options) => {
    if (!lz4) return;
    const text = texts[4][1];
    const { stdout } = spawnSync('lz4', ['-c', '-z', ...options], {
      input: text,
      maxBuffer: 1e8,
    });
    expect(decodeLz4(stdout).equals(text)).toBe(true);
  });
});
