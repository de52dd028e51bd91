import { mismatches } from './compare';
import type { CgroupReading } from './reading';

const reading = (own: Partial<CgroupReading>): CgroupReading => ({
  version: 2,
  memoryLimitBytes: 536_870_912,
  memoryUsedBytes: 1,
  cpuLimitCores: 0.2,
  cpuPeriods: 0,
  cpuThrottledPeriods: 0,
  oomKills: 0,
  ...own,
});
const limits = { memory: '512Mi', cpu: '200m' };

describe('mismatches', () => {
  it('finds none where the kernel does what the manifest says', () => {
    expect(mismatches(reading({}), limits)).toEqual([]);
  });

  it.each([
    [{ memoryLimitBytes: 268_435_456 }, 'memory is limited to 268435456'],
    [{ memoryLimitBytes: undefined }, 'memory is limited to nothing'],
    [{ cpuLimitCores: 0.4 }, 'CPU is limited to 0.4'],
    [{ cpuLimitCores: undefined }, 'CPU is limited to nothing'],
  ])('finds %p', (own, words) => {
    expect(mismatches(reading(own), limits)).toEqual([
      expect.stringContaining(words),
    ]);
  });
});
