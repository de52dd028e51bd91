import { encodeMetric } from '../encode';
import { Metric } from '../metric';
import { Random } from './random';

/** Makes one hostile input. */
type Maker = (random: Random) => Buffer;

const VALID: Buffer[] = [
  { hostname: 'web-1', timestamp: '1700000000', diskStats: [], netStats: [] },
  {
    hostname: 'web-2',
    timestamp: '1700000000',
    cpuUsagePercent: 12.5,
    memoryUsedPercent: 0,
    diskStats: [
      { mountpoint: '/', usedPercent: 5, totalBytes: 2 ** 40, usedBytes: 0 },
      { mountpoint: '/data' },
    ],
    netStats: [{ interfaceName: 'eth0', bytesSent: 2 ** 60, bytesReceived: 1 }],
    sequence: 300,
    agentBootId: 'b1f4',
    intervalMs: 30_000,
    collectedAtMs: 1_700_000_000_123,
    scope: 'host',
    correlationId: 'c',
    memoryTotalBytes: 2 ** 36,
  } satisfies Metric,
].map(metric => Buffer.from(encodeMetric(metric)));

/** Bytes that mean much in protobuf: continued numbers, largest lengths, beginnings of known fields. */
const TELLING = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x0a, 0x12, 0x1d, 0x42, 0x4a];

const noise: Maker = random => {
  const bytes = Buffer.alloc(random.below(200));
  for (let i = 0; i < bytes.length; i++) bytes[i] = random.byte();
  return bytes;
};

const damaged: Maker = random => {
  const bytes = Buffer.from(random.pick(VALID));
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    const at = random.below(bytes.length);
    bytes[at] = random.below(2) ? random.byte() : random.pick(TELLING);
  }
  return bytes;
};

const cut: Maker = random => {
  const bytes = random.pick(VALID);
  return bytes.subarray(
    random.below(4) ? 0 : random.below(bytes.length),
    random.below(bytes.length + 1),
  );
};

const spliced: Maker = random => {
  const [a, b] = [random.pick(VALID), damaged(random)];
  return Buffer.concat([
    a.subarray(0, random.below(a.length + 1)),
    b.subarray(random.below(b.length)),
  ]);
};

/** Fields with any number and wire type, each with a value that mostly fits its type. */
const grammatical: Maker = random => {
  const parts: Buffer[] = [];
  for (let fields = 1 + random.below(12); fields > 0; fields--) {
    const number = random.below(8) ? 1 + random.below(23) : random.below(1e6);
    const type = random.pick([0, 2, 2, 5, 1, 3]);
    parts.push(varint(number * 8 + type), valueOf(type, random));
  }
  return Buffer.concat(parts);
};

/** A list as long as the limits, and longer. */
const long: Maker = random => {
  const tag = random.pick([0x42, 0x4a]);
  const one = random.below(2)
    ? Buffer.from([tag, 0])
    : Buffer.concat([
        Buffer.from([tag]),
        varint(3),
        Buffer.from([0x0a, 1, random.byte()]),
      ]);
  const count = random.pick([10, 1999, 2000, 2001, 5000]);
  return Buffer.concat([VALID[0], ...Array<Buffer>(count).fill(one)]);
};

const wide: Maker = random => {
  const size = random.pick([100, 4095, 4096, 4097, 1365, 1366, 70_000]);
  const text = Buffer.alloc(size, random.pick([0x61, 0xff, 0xc3, 0x00]));
  return Buffer.concat([VALID[0], Buffer.from([0x0a]), varint(size), text]);
};

/** Large inputs are rarer, or they would be all that the time is spent on. */
const MAKERS: Maker[] = [
  ...Array<Maker>(40).fill(noise),
  ...Array<Maker>(70).fill(damaged),
  ...Array<Maker>(20).fill(cut),
  ...Array<Maker>(30).fill(spliced),
  ...Array<Maker>(39).fill(grammatical),
];
const RARE_MAKERS: Maker[] = [long, wide];

/** The next input of a run. */
export function nextInput(random: Random): Buffer {
  return random.below(500) === 0
    ? random.pick(RARE_MAKERS)(random)
    : random.pick(MAKERS)(random);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

function valueOf(type: number, random: Random): Buffer {
  if (type === 0)
    return varint(
      random.pick([
        0,
        1,
        300,
        2 ** 32,
        2 ** 53,
        2 ** 63,
        random.below(2 ** 31),
      ]),
    );
  if (type === 2) {
    const content = noise(random).subarray(0, random.below(20));
    const stated = random.below(20) ? content.length : random.below(2 ** 31);
    return Buffer.concat([varint(stated), content]);
  }
  return Buffer.from(
    Array.from({ length: type === 5 ? 4 : 8 }, () => random.byte()),
  );
}
