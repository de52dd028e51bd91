import { parseMemory } from './memory';

describe('parseMemory', () => {
  it('takes what is available, not what is free', () => {
    const text =
      'MemTotal:  1000 kB\nMemFree:  100 kB\nMemAvailable:   600 kB\n';
    expect(parseMemory(text)).toEqual({
      memoryTotalBytes: 1_024_000,
      memoryAvailableBytes: 614_400,
      memoryUsedBytes: 409_600,
      memoryUsedPercent: 40,
    });
  });

  it('estimates what is available for kernels that do not say', () => {
    const text =
      'MemTotal: 1000 kB\nMemFree: 100 kB\nBuffers: 50 kB\nCached: 150 kB\n';
    expect(parseMemory(text).memoryUsedPercent).toBe(70);
  });

  it('fails where there is no total', () => {
    expect(() => parseMemory('MemFree: 1 kB\n')).toThrow('MemTotal');
  });
});
