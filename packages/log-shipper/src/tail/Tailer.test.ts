import { appendFile, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Registry } from './Registry';
import { Tailer } from './Tailer';

let folder: string;
let tailers: Tailer[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gomon-tail-'));
  tailers = [];
});
afterEach(async () => {
  for (const tailer of tailers) await tailer.close();
  await rm(folder, { recursive: true });
});

const log = () => join(folder, 'aggregator.log');
const head = (name: string) => `${name.padEnd(16, '.')}\n`;

function createTailer() {
  const registry = new Registry(join(folder, 'state', 'registry.json'));
  const tailer = new Tailer({
    path: log(),
    fingerprint: { offset: 0, length: 16 },
    maxLineBytes: 1_000,
    registry,
  });
  tailers.push(tailer);
  /** Everything that is there, acknowledged as it comes. */
  const drain = async () => {
    const texts: string[] = [];
    await tailer.scan();
    let batch = await tailer.next(2);
    while (batch) {
      texts.push(...batch.lines.map(({ text }) => text));
      await registry.advance(
        batch.fingerprint,
        batch.next,
        batch.path,
        Date.now(),
      );
      batch = await tailer.next(2);
    }
    // Which file comes first is of no matter: each document carries its time.
    return texts.filter(text => !text.endsWith('.')).sort();
  };
  return { tailer, drain };
}

describe('Tailer', () => {
  it('reads every line once while the file is rotated twice', async () => {
    const { drain } = createTailer();
    await writeFile(log(), `${head('one')}1\n2\n`);
    expect(await drain()).toEqual(['1', '2']);
    await appendFile(log(), '3\n');
    await rename(log(), `${log()}.1`);
    await writeFile(log(), `${head('two')}4\n`);
    expect(await drain()).toEqual(['3', '4']);
    await rename(`${log()}.1`, `${log()}.2`);
    await rename(log(), `${log()}.1`);
    await appendFile(`${log()}.1`, '5\n');
    await writeFile(log(), `${head('three')}6\n`);
    expect(await drain()).toEqual(['5', '6']);
    expect(await drain()).toEqual([]);
  });

  it('goes on where it was after a restart, also in a file that was renamed meanwhile', async () => {
    await writeFile(log(), `${head('one')}1\n2\n`);
    expect(await createTailer().drain()).toEqual(['1', '2']);
    await appendFile(log(), '3\n');
    await rename(log(), `${log()}.1`);
    await writeFile(log(), `${head('two')}4\n`);
    expect(await createTailer().drain()).toEqual(['3', '4']);
  });

  it('reads again what was not acknowledged', async () => {
    await writeFile(log(), `${head('one')}1\n`);
    const { tailer } = createTailer();
    await tailer.scan();
    expect((await tailer.next(9))?.lines).toHaveLength(2);
    expect(await createTailer().drain()).toEqual(['1']);
  });

  it('reads a file to its end that was removed', async () => {
    const { tailer, drain } = createTailer();
    await writeFile(log(), `${head('one')}1\n`);
    expect(await drain()).toEqual(['1']);
    await appendFile(log(), '2\n');
    await rm(log());
    expect(await drain()).toEqual(['2']);
    expect(tailer.openFiles).toBe(0);
  });

  it('waits with a file that is too short to be told from others', async () => {
    const { drain } = createTailer();
    await writeFile(log(), 'short\n');
    expect(await drain()).toEqual([]);
    await appendFile(log(), 'and now long enough\n');
    expect(await drain()).toEqual(['and now long enough', 'short']);
  });

  it('tells how many bytes wait', async () => {
    const { tailer } = createTailer();
    await writeFile(log(), `${head('one')}1\n`);
    await tailer.scan();
    expect(await tailer.pendingBytes()).toBe(19);
  });
});
