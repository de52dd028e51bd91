import type { StatsFs } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { diskUsage, SpaceReader } from './space';

const space = { bsize: 4096, blocks: 1000, bfree: 400, bavail: 300 };

describe('diskUsage', () => {
  it('follows df: what only root may use is neither used nor available', () => {
    expect(diskUsage('/', space)).toEqual({
      mountpoint: '/',
      totalBytes: 4_096_000,
      usedBytes: 2_457_600,
      usedPercent: (600 / 900) * 100,
    });
  });

  it('counts in fragments where they differ from blocks', () => {
    expect(diskUsage('/', { ...space, frsize: 512 })?.totalBytes).toBe(512_000);
  });

  it('leaves out file systems without blocks', () => {
    expect(diskUsage('/x', { ...space, blocks: 0 })).toBeUndefined();
  });
});

describe('SpaceReader', () => {
  const answer = space as StatsFs;

  it('leaves out what cannot be asked', async () => {
    const reader = new SpaceReader(1000, () =>
      Promise.reject(new Error('gone')),
    );
    expect(await reader.read('/x', 'ext4')).toBeUndefined();
    expect(reader.stuck).toEqual([]);
  });

  it('gives up on one that hangs, and asks it again only when it has answered', async () => {
    let release: (found: StatsFs) => void = () => {};
    let asked = 0;
    const reader = new SpaceReader(20, () => {
      asked += 1;
      return new Promise(resolve => (release = resolve));
    });
    expect(await reader.read('/nfs', 'nfs4')).toBeUndefined();
    expect(await reader.read('/nfs', 'nfs4')).toBeUndefined();
    expect([asked, reader.stuck]).toEqual([1, ['/nfs']]);
    release(answer);
    await sleep(5);
    expect(reader.stuck).toEqual([]);
    void reader.read('/nfs', 'nfs4');
    expect(asked).toBe(2);
    release(answer);
  });

  it('leaves threads for others while two remote ones hang', async () => {
    const asked: string[] = [];
    const reader = new SpaceReader(10, path => {
      asked.push(path);
      return path.startsWith('/nfs')
        ? new Promise(() => {})
        : Promise.resolve(answer);
    });
    await Promise.all(['/nfs1', '/nfs2'].map(p => reader.read(p, 'nfs')));
    expect(await reader.read('/nfs3', 'nfs')).toBeUndefined();
    expect(await reader.read('/', 'ext4')).toBe(answer);
    expect(asked).toEqual(['/nfs1', '/nfs2', '/']);
  });
});
