import * as system from 'systeminformation';
import { systemCollectors } from './collectors';
import { systemCpu } from './cpu';
import { systemDisks } from './disks';

const nothing = /(?!)/;
const filter = {
  mountpoints: nothing,
  fsTypes: nothing,
  sources: nothing,
  interfaces: nothing,
};

describe('collectors by systeminformation', () => {
  it('read this machine', async () => {
    const [cpu, memory, , network] = systemCollectors(filter);
    await cpu.collect();
    await new Promise(resolve => setTimeout(resolve, 300));
    const { cpuUsagePercent } = await cpu.collect();
    expect(cpuUsagePercent).toBeGreaterThanOrEqual(0);
    expect(cpuUsagePercent).toBeLessThanOrEqual(100);
    const { total } = await system.mem();
    expect(await memory.collect()).toMatchObject({ memoryTotalBytes: total });
    const { netStats } = await network.collect();
    expect(netStats?.length).toBeGreaterThan(0);
  });

  it('leave out the first CPU figure, which is the average since boot', async () => {
    const cpu = systemCpu({
      currentLoad: async () => ({ currentLoad: 12 } as never),
    });
    expect(await cpu.collect()).toEqual({});
    expect(await cpu.collect()).toEqual({ cpuUsagePercent: 12 });
  });

  it("tell each disk once, by df's formula", async () => {
    const volume = { type: 'apfs', size: 1000, used: 300, available: 100 };
    const disks = systemDisks(
      {
        fsSize: async () =>
          [
            { ...volume, fs: '/dev/disk1s1', mount: '/System/Volumes/Data' },
            { ...volume, fs: '/dev/disk1s1', mount: '/' },
            { ...volume, fs: 'map auto_home', mount: '/home', size: 0 },
          ] as never,
      },
      filter,
    );
    expect((await disks.collect()).diskStats).toEqual([
      { mountpoint: '/', totalBytes: 1000, usedBytes: 300, usedPercent: 75 },
    ]);
  });
});
