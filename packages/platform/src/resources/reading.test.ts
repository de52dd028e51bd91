import { parseReading } from './reading';

const v2 = `== memory.max
536870912
== memory.current
209715200
== memory.stat
anon 100000000
inactive_file 104857600
== memory.events
low 0
high 0
max 3
oom 1
oom_kill 1
== cpu.max
20000 100000
== cpu.stat
usage_usec 5000000
nr_periods 400
nr_throttled 12
throttled_usec 90000
`;

const v1 = `== memory/memory.limit_in_bytes
268435456
== memory/memory.usage_in_bytes
104857600
== memory/memory.stat
cache 52428800
inactive_file 1
total_inactive_file 52428800
== memory/memory.oom_control
oom_kill_disable 0
under_oom 0
oom_kill 2
== cpu/cpu.cfs_quota_us
40000
== cpu/cpu.cfs_period_us
200000
== cpu/cpu.stat
nr_periods 10
nr_throttled 3
throttled_time 12345
`;

describe('parseReading', () => {
  it('reads version 2', () => {
    expect(parseReading(v2)).toEqual({
      version: 2,
      memoryLimitBytes: 536_870_912,
      memoryUsedBytes: 104_857_600,
      cpuLimitCores: 0.2,
      cpuPeriods: 400,
      cpuThrottledPeriods: 12,
      oomKills: 1,
    });
  });

  it('reads version 1', () => {
    expect(parseReading(v1)).toEqual({
      version: 1,
      memoryLimitBytes: 268_435_456,
      memoryUsedBytes: 52_428_800,
      cpuLimitCores: 0.2,
      cpuPeriods: 10,
      cpuThrottledPeriods: 3,
      oomKills: 2,
    });
  });

  it('tells no limit from a large one', () => {
    const unlimited = parseReading(
      v2.replace('536870912', 'max').replace('20000 100000', 'max 100000'),
    );
    expect(unlimited.memoryLimitBytes).toBeUndefined();
    expect(unlimited.cpuLimitCores).toBeUndefined();
    const unlimitedV1 = parseReading(
      v1.replace('268435456', '9223372036854771712').replace('40000', '-1'),
    );
    expect(unlimitedV1.memoryLimitBytes).toBeUndefined();
    expect(unlimitedV1.cpuLimitCores).toBeUndefined();
  });

  it('does not take a container that shows nothing for one without limits', () => {
    expect(() => parseReading('')).toThrow('no cgroup');
  });
});
