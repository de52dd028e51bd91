import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from '../message/messageMaker';
import { SpoolOptions, SpoolOutbox } from './spoolOutbox';

const message = (sequence: number, size = 100): Message => ({
  bytes: new Uint8Array(size).fill(sequence % 256),
  sequence,
  collectedAtMs: 1_700_000_000_000 + sequence,
});

let folder: string;
let dropped: number[];
let cut: number;
let errors: number;
let open: SpoolOutbox[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gomon-spool-'));
  [dropped, cut, errors, open] = [[], 0, 0, []];
});
afterEach(() => {
  open.forEach(outbox => outbox.close());
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the folder as a process does that comes after one that was killed: its lock stands, its process is gone. */
function start(options: Partial<SpoolOptions> = {}): SpoolOutbox {
  rmSync(join(folder, 'lock'), { force: true });
  const outbox = SpoolOutbox.open({
    folder,
    maxBytes: 1e8,
    sync: false,
    onDrop: (_, { sequence }) => dropped.push(sequence),
    onCut: bytes => (cut += bytes),
    onWriteError: () => (errors += 1),
    ...options,
  });
  open.push(outbox);
  return outbox;
}

const sequences = (outbox: SpoolOutbox) =>
  outbox.peek(1e6, 1e9).map(m => m.sequence);
const files = () => readdirSync(folder).filter(name => name.endsWith('.spool'));
const newestFile = () => join(folder, files().sort().reverse()[0]);

describe('SpoolOutbox', () => {
  it('has what was put and not acknowledged after the process was killed', () => {
    const first = start();
    [1, 2, 3, 4].forEach(n => first.put(message(n)));
    first.remove(first.peek(2, 1e6));
    const second = start();
    expect(
      second.peek(9, 1e6).map(({ bytes, ...rest }) => [rest, bytes]),
    ).toEqual(
      [3, 4].map(n => {
        const { bytes, ...rest } = message(n);
        return [expect.objectContaining(rest), bytes];
      }),
    );
    second.put(message(5));
    expect(sequences(start())).toEqual([3, 4, 5]);
  });

  it('cuts a tail that was not finished, wherever the process was killed, and goes on', () => {
    const first = start();
    [1, 2, 3].forEach(n => first.put(message(n)));
    const file = newestFile();
    const whole = readFileSync(file);
    const one = whole.length / 3;
    for (let size = 2 * one; size < 3 * one; size++) {
      writeFileSync(file, whole.subarray(0, size));
      cut = 0;
      const outbox = start();
      expect([sequences(outbox), cut]).toEqual([[1, 2], size - 2 * one]);
    }
    expect(statSync(file).size).toBe(2 * one);
    const last = start();
    last.put(message(4));
    expect(sequences(start())).toEqual([1, 2, 4]);
  });

  it('cuts noise and records whose content was changed', () => {
    const first = start();
    [1, 2].forEach(n => first.put(message(n)));
    const file = newestFile();
    appendFileSync(
      file,
      Buffer.from(Array.from({ length: 99 }, (_, i) => i * 7)),
    );
    expect(sequences(start())).toEqual([1, 2]);
    const content = readFileSync(file);
    content[content.length - 1] += 1;
    writeFileSync(file, content);
    expect(sequences(start())).toEqual([1]);
    expect(cut).toBeGreaterThan(99);
  });

  it('sends everything again when the position is unreadable, rather than nothing', () => {
    const first = start();
    [1, 2].forEach(n => first.put(message(n)));
    first.remove(first.peek(1, 1e6));
    writeFileSync(join(folder, 'acknowledged.json'), '{"segm');
    expect(sequences(start())).toEqual([1, 2]);
  });

  it('is bounded, drops the oldest and tells each', () => {
    const outbox = start({ maxBytes: 64 * 1024 });
    for (let n = 1; n <= 1000; n++) outbox.put(message(n, 500));
    const kept = sequences(outbox);
    expect(dropped).toEqual(
      Array.from({ length: dropped.length }, (_, i) => i + 1),
    );
    expect(kept[0]).toBe(dropped.length + 1);
    expect(kept[kept.length - 1]).toBe(1000);
    const onDisk = files().reduce(
      (sum, f) => sum + statSync(join(folder, f)).size,
      0,
    );
    expect(onDisk).toBeLessThanOrEqual(64 * 1024);
    expect(onDisk).toBeGreaterThan(32 * 1024);
    expect(sequences(start({ maxBytes: 64 * 1024 }))).toEqual(kept);
  });

  it('deletes what is acknowledged, and stays small while all goes well', () => {
    const outbox = start({ maxBytes: 64 * 1024 });
    for (let n = 1; n <= 500; n++) {
      outbox.put(message(n, 500));
      outbox.remove(outbox.peek(10, 1e6));
    }
    expect(outbox.depth).toBe(0);
    expect(files().length).toBeLessThanOrEqual(2);
    expect(dropped).toEqual([]);
    expect(start().depth).toBe(0);
  });

  it('keeps readings in memory while the disk takes none', () => {
    const outbox = start();
    outbox.put(message(1));
    rmSync(folder, { recursive: true });
    writeFileSync(folder, ''); // a file where the folder was: no file can be made in it
    for (let n = 2; n <= 4; n++) outbox.put(message(n, 2 ** 20));
    expect(errors).toBeGreaterThan(0);
    expect(sequences(outbox)).toEqual([1, 2, 3, 4]);
    outbox.remove(outbox.peek(9, 1e9));
    expect(outbox.depth).toBe(0);
  });

  it('drops a reading that can no longer be read, alone', () => {
    const outbox = start();
    [1, 2, 3].forEach(n => outbox.put(message(n)));
    truncateSync(newestFile(), 10);
    outbox.put(message(4));
    expect(sequences(outbox)).toEqual([4]);
    expect(dropped).toEqual([1, 2, 3]);
  });

  it('belongs to one process at a time, and to the next when that one is gone', () => {
    start();
    const other = String(process.ppid);
    const began = execFileSync('cat', [`/proc/${other}/stat`], {
      encoding: 'utf8',
    })
      .replace(/^.*\) /, '')
      .split(' ')[19];
    const openAgain = () =>
      SpoolOutbox.open({ ...({ folder } as SpoolOptions), maxBytes: 1e6 });
    writeFileSync(join(folder, 'lock'), `${other} ${began}`);
    expect(openAgain).toThrow(`used by process ${other}`);
    writeFileSync(join(folder, 'lock'), `${other} ${Number(began) - 1}`);
    open.push(openAgain());
  });
});
