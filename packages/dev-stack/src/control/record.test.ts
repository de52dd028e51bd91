import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecord, socketPath, writeRecord } from './record';

describe('readRecord', () => {
  let dir: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'gomon-record-'));
  });

  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('finds the stack whose socket answers', async () => {
    const record = { pid: 1, socket: socketPath(dir) };
    const server = createServer().listen(record.socket);
    await once(server, 'listening');
    await writeRecord(dir, record);
    expect(await readRecord(dir)).toEqual(record);
    server.close();
  });

  it('takes no stranger with the same process id for the stack', async () => {
    await writeRecord(dir, { pid: process.pid, socket: socketPath(dir) });
    expect(await readRecord(dir)).toBeUndefined();
  });

  it('finds nothing where nothing ran', async () => {
    expect(await readRecord(dir)).toBeUndefined();
  });
});

describe('socketPath', () => {
  it('stays below the limit of the kernel in a deep folder', () => {
    const deep = join('/', ...Array(20).fill('a-long-folder-name'));
    expect(socketPath(deep).length).toBeLessThanOrEqual(100);
    expect(socketPath('/short')).toBe('/short/stack.sock');
  });
});
