import {
  mkdtemp,
  open,
  rm,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLines } from './readLines';

let folder: string;
let handle: FileHandle;
const limits = { maxLines: 100, maxLineBytes: 1_000_000 };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gomon-lines-'));
});
afterEach(async () => {
  await handle.close();
  await rm(folder, { recursive: true });
});

async function opened(content: string | Buffer): Promise<FileHandle> {
  const path = join(folder, 'file');
  await writeFile(path, content);
  handle = await open(path, 'r');
  return handle;
}

describe('readLines', () => {
  it('gives each line with its place in bytes', async () => {
    const { lines, next } = await readLines(
      await opened('größer\nb\n'),
      0,
      limits,
    );
    expect(lines).toEqual([
      { text: 'größer', offset: 0, truncated: false },
      { text: 'b', offset: 9, truncated: false },
    ]);
    expect(next).toBe(11);
  });

  it('leaves a line that is still being written for the next time', async () => {
    const file = await opened('whole\nhal');
    const first = await readLines(file, 0, limits);
    expect(first.lines.map(({ text }) => text)).toEqual(['whole']);
    await writeFile(join(folder, 'file'), 'f\n', { flag: 'a' });
    const second = await readLines(file, first.next, limits);
    expect(second.lines).toEqual([
      { text: 'half', offset: 6, truncated: false },
    ]);
  });

  it('passes over empty lines and takes off carriage returns', async () => {
    const { lines, next } = await readLines(
      await opened('\na\r\n\r\n\nb\n'),
      0,
      limits,
    );
    expect(lines.map(({ offset, text }) => [text, offset])).toEqual([
      ['a', 1],
      ['b', 7],
    ]);
    expect(next).toBe(9);
  });

  it('stops at the number of lines that is asked for', async () => {
    const file = await opened('a\nb\nc\n');
    expect(await readLines(file, 0, { ...limits, maxLines: 2 })).toMatchObject({
      lines: [{ text: 'a' }, { text: 'b' }],
      next: 4,
    });
  });

  it('reads lines longer than what is read at once', async () => {
    const long = 'x'.repeat(700_000);
    const { lines } = await readLines(
      await opened(`a\n${long}\nb\n`),
      0,
      limits,
    );
    expect(lines.map(({ text }) => text.length)).toEqual([1, 700_000, 1]);
  });

  it('cuts a line that is too long, and goes on with the next', async () => {
    const file = await opened(`${'x'.repeat(50)}\nb\n`);
    const { lines } = await readLines(file, 0, { ...limits, maxLineBytes: 10 });
    expect(lines).toEqual([
      { text: 'x'.repeat(10), offset: 0, truncated: true },
      { text: 'b', offset: 51, truncated: false },
    ]);
  });
});
