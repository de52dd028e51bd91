import fc from 'fast-check';
import { decodeMetric } from './decode';
import { DecodeError } from './decodeError';
import { encodeMetric } from './encode';
import { DEFAULT_DECODE_LIMITS } from './limits';
import { Metric } from './metric';
import { arbitraryMetric } from './__testUtils__/arbitraryMetric';

const base: Metric = {
  hostname: 'web-1',
  timestamp: '1700000000',
  diskStats: [],
  netStats: [],
};

function reasonOf(bytes: Uint8Array, limits = DEFAULT_DECODE_LIMITS): string {
  try {
    decodeMetric(bytes, limits);
  } catch (error) {
    if (error instanceof DecodeError) return error.reason;
    throw error;
  }
  return 'accepted';
}

const bytes = (...values: number[]) => Uint8Array.from(values);
const many = <T>(count: number, one: T) =>
  Array.from({ length: count }, () => one);

describe('decodeMetric refuses', () => {
  it.each([
    ['no bytes', bytes(), 'empty'],
    ['a text', Buffer.from('hello, world'), 'wrong_schema'],
    ['JSON', Buffer.from('{"hostname":"a"}'), 'wrong_schema'],
    ['a length that points past the end', bytes(0x0a, 0x7f, 0x61), 'truncated'],
    [
      'a length of 2^60',
      bytes(0x0a, 255, 255, 255, 255, 255, 255, 255, 15),
      'truncated',
    ],
    ['a float cut short', bytes(0x1d, 0, 0), 'truncated'],
    ['a number without an end', bytes(0x28, ...many(11, 0xff)), 'malformed'],
    ['field number 0', bytes(0x00, 0x01), 'malformed'],
    ['a group', bytes(0xbb, 0x01, 0xbc, 0x01), 'malformed'],
    ['an unknown wire type', bytes(0xbf, 0x01), 'malformed'],
    ['a known field of another type', bytes(0x08, 0x01), 'wrong_schema'],
    [
      'a negative number',
      bytes(0x78, ...many(9, 0xff), 0x01),
      'number_too_large',
    ],
    [
      'a sequence that is not exact',
      bytes(0x78, ...many(7, 0x80), 0x20),
      'number_too_large',
    ],
    [
      'an interval over 32 bits',
      bytes(0x88, 1, 0x80, 0x80, 0x80, 0x80, 0x10),
      'number_too_large',
    ],
    [
      'a message without a time',
      encodeMetric({ ...base, timestamp: '' }),
      'no_timestamp',
    ],
    [
      'a nested message that ends in a field',
      bytes(0x42, 2, 0x0a, 5),
      'truncated',
    ],
  ])('%s', (_, input, reason) => {
    expect(reasonOf(input)).toBe(reason);
  });

  it('more disks, more interfaces and longer texts than its limits', () => {
    const limits = {
      maxBytes: 200,
      maxDisks: 2,
      maxInterfaces: 2,
      maxTextBytes: 10,
    };
    const disk = { mountpoint: '/' };
    const network = { interfaceName: 'a' };
    const reasons = [
      { ...base, diskStats: many(2, disk) },
      { ...base, diskStats: many(3, disk) },
      { ...base, netStats: many(2, network) },
      { ...base, netStats: many(3, network) },
      { ...base, hostname: 'a'.repeat(10) },
      { ...base, hostname: 'a'.repeat(11) },
      { ...base, diskStats: [{ mountpoint: 'a'.repeat(11) }] },
      { ...base, hostname: 'a'.repeat(200) },
    ].map(metric => reasonOf(encodeMetric(metric), limits));
    expect(reasons).toEqual([
      'accepted',
      'too_many_disks',
      'accepted',
      'too_many_interfaces',
      'accepted',
      'text_too_long',
      'text_too_long',
      'too_large',
    ]);
  });
});

describe('decodeMetric, given anything,', () => {
  /** The unit-sized share of the fuzz run; `yarn verify fuzz` does ten million. */
  const runs = { numRuns: 5000 };

  it('throws nothing but a DecodeError, or accepts what encodes back to an equal message', () => {
    const damaged = fc
      .tuple(
        arbitraryMetric,
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
        fc.nat(),
      )
      .map(([metric, changes, cut]) => {
        const whole = Buffer.from(encodeMetric(metric));
        for (const [at, value] of changes) whole[at % whole.length] = value;
        return whole.subarray(
          0,
          cut % 3 === 0 ? cut % whole.length : whole.length,
        );
      });
    const input = fc.oneof(fc.uint8Array({ maxLength: 300 }), damaged);
    let accepted = 0;
    fc.assert(
      fc.property(input, candidate => {
        if (reasonOf(candidate) !== 'accepted') return;
        accepted += 1;
        const metric = decodeMetric(candidate);
        expect(decodeMetric(encodeMetric(metric))).toEqual(metric);
      }),
      runs,
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
