import { parseUsage, usageOf } from './usage';

const stat =
  '42 (a (strange) name) S 1 42 42 0 -1 4194304 100 200 0 0 150 50 20 5 20 0 11 0 100 0 0';
const status = 'Name:\tx\nVmHWM:\t  204800 kB\nVmRSS:\t  102400 kB\n';

describe('parseUsage', () => {
  it('adds user and system time of the process and its children', () => {
    expect(parseUsage(stat, status)).toEqual({
      cpuSeconds: 2.25,
      peakMib: 200,
      residentMib: 100,
    });
  });
});

describe('usageOf', () => {
  it('reads a process that runs', async () => {
    const { peakMib, residentMib, cpuSeconds } = await usageOf(process.pid);
    expect(residentMib).toBeGreaterThan(1);
    expect(peakMib).toBeGreaterThanOrEqual(residentMib);
    expect(cpuSeconds).toBeGreaterThan(0);
  });
});
