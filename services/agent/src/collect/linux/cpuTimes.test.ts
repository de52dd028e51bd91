import { cpuUsagePercent, parseCpuTimes } from './cpuTimes';

describe('CPU times', () => {
  it('count waiting for disks as idle, stolen time as busy, and guests once', () => {
    const stat = 'cpu  100 20 30 400 50 6 7 8 90 10\ncpu0 1 2 3 4\n';
    expect(parseCpuTimes(stat)).toEqual({ busy: 171, idle: 450 });
  });

  it('are read from kernels that state less', () => {
    expect(parseCpuTimes('cpu  1 2 3 4\n')).toEqual({ busy: 6, idle: 4 });
  });

  it('are refused when there is no line for all cores', () => {
    expect(() => parseCpuTimes('cpu0 1 2 3 4\n')).toThrow('/proc/stat');
  });

  it('make the share of busy time between two readings', () => {
    const before = { busy: 100, idle: 900 };
    expect(cpuUsagePercent(before, { busy: 125, idle: 975 })).toBe(25);
    expect(cpuUsagePercent(before, { busy: 200, idle: 900 })).toBe(100);
  });

  it('make no figure when no time has passed, and none above 100 when idle time runs backwards', () => {
    const before = { busy: 100, idle: 900 };
    expect(cpuUsagePercent(before, before)).toBeUndefined();
    expect(cpuUsagePercent(before, { busy: 110, idle: 899 })).toBe(100);
  });
});
