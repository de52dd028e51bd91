import { containerCpu } from './cpu';
import { containerMemory } from './memory';

describe('a container', () => {
  it('tells the CPU that it used of what it may use, from the second reading on', async () => {
    let atMs = 0;
    let cpuUsageSeconds = 10;
    const cpu = containerCpu(
      () => atMs,
      () => ({ cpuUsageSeconds, cpuLimitCores: 0.5 }),
    );
    expect(await cpu.collect()).toEqual({});
    atMs = 10_000;
    cpuUsageSeconds = 11;
    expect(await cpu.collect()).toEqual({ cpuUsagePercent: 20 });
    cpuUsageSeconds = 0; // moved into another control group
    atMs = 20_000;
    expect(await cpu.collect()).toEqual({});
  });

  it('tells its memory of its limit, or of the machine where it has none', async () => {
    const workingSetBytes = 100;
    const limited = containerMemory(
      () => ({ workingSetBytes, memoryLimitBytes: 400 }),
      () => 1000,
    );
    const free = containerMemory(
      () => ({ workingSetBytes }),
      () => 1000,
    );
    expect(await limited.collect()).toMatchObject({ memoryUsedPercent: 25 });
    expect(await free.collect()).toMatchObject({ memoryUsedPercent: 10 });
  });

  it('fails rather than taking the figures of its host', async () => {
    await expect(
      containerCpu(undefined, () => ({})).collect(),
    ).rejects.toThrow();
    await expect(containerMemory(() => ({})).collect()).rejects.toThrow();
  });
});
