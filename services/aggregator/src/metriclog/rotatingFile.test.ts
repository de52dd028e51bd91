import { mkdtemp, readdir, readFile, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { RotatingFile, RotatingFileOptions } from './rotatingFile';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gomon-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

function create(options: Partial<RotatingFileOptions> = {}) {
  const counts = { written: 0, dropped: 0, errors: [] as string[] };
  let files = 0;
  const file = new RotatingFile({
    path: join(folder, 'aggregator.log'),
    maxBytes: 1_000,
    keep: 3,
    header: () => `file ${++files}\n`,
    onWritten: lines => {
      counts.written += lines;
    },
    onDropped: (lines, _reason, error) => {
      counts.dropped += lines;
      if (error) counts.errors.push((error as NodeJS.ErrnoException).code!);
    },
    ...options,
  });
  return { file, counts };
}

const settle = () => new Promise(resolve => setTimeout(resolve, 20));

describe('RotatingFile', () => {
  it('loses no line to rotation, and begins each file with its header', async () => {
    const { file, counts } = create({ keep: 50 });
    for (let i = 0; i < 100; i++) {
      file.write([`line ${i} ${'x'.repeat(90)}\n`]);
      if (i % 5 === 0) await settle();
    }
    await file.close();

    const names = await readdir(folder);
    expect(names.length).toBeGreaterThan(5);
    const texts = await Promise.all(
      names.map(name => readFile(join(folder, name), 'utf8')),
    );
    for (const text of texts) expect(text).toMatch(/^file \d+\n/);
    const seen = texts.flatMap(text => text.match(/^line \d+/gm) ?? []);
    expect(new Set(seen).size).toBe(100);
    expect(seen).toHaveLength(100);
    expect(counts).toMatchObject({ written: 100, dropped: 0 });
  });

  it('keeps so many files and no more', async () => {
    const { file } = create({ keep: 2 });
    for (let i = 0; i < 60; i++) {
      file.write([`${'x'.repeat(200)}\n`]);
      await settle();
    }
    await file.close();
    expect((await readdir(folder)).sort()).toEqual([
      'aggregator.log',
      'aggregator.log.1',
      'aggregator.log.2',
    ]);
  });

  it('counts what a full disk costs, and says so once', async () => {
    const { file, counts } = create({ path: '/dev/full' });
    for (let i = 0; i < 3; i++) {
      file.write(['a\n', 'b\n']);
      await settle();
    }
    await file.close();
    expect(counts).toEqual({ written: 0, dropped: 6, errors: ['ENOSPC'] });
  });

  it('counts what a path that cannot be written costs', async () => {
    const { file, counts } = create({ path: join(folder, 'none', 'a.log') });
    file.write(['a\n']);
    await file.close();
    expect(counts).toEqual({ written: 0, dropped: 1, errors: ['ENOENT'] });
  });

  it('appends to what an earlier process wrote', async () => {
    for (const text of ['one\n', 'two\n']) {
      const { file } = create();
      file.write([text]);
      await file.close();
    }
    expect(await readFile(join(folder, 'aggregator.log'), 'utf8')).toBe(
      'file 1\none\nfile 1\ntwo\n',
    );
  });

  it('drops rather than grow when lines come faster than they are written', async () => {
    const { file, counts } = create();
    file.write([`${'x'.repeat(1_000_000)}\n`]);
    const lines = Array.from({ length: 20 }, () => `${'x'.repeat(100_000)}\n`);
    lines.forEach(line => file.write([line]));
    expect(counts.dropped).toBeGreaterThan(5);
    await file.close();
    expect(counts.written + counts.dropped).toBe(21);
  });
});
