import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readCgroupLimits } from './cgroup';

function tree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'gomon-cgroup-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), `${text}\n`);
  }
  return root;
}

describe('readCgroupLimits', () => {
  it('reads version 2', () => {
    const root = tree({
      'cgroup.controllers': 'cpu memory',
      'cpu.max': '20000 100000',
      'cpu.stat': 'usage_usec 2500000\nnr_throttled 7',
      'memory.max': '536870912',
      'memory.current': '3000',
      'memory.stat': 'anon 1\ninactive_file 1000',
    });
    expect(readCgroupLimits(root)).toEqual({
      cpuLimitCores: 0.2,
      cpuUsageSeconds: 2.5,
      throttledPeriods: 7,
      memoryLimitBytes: 536870912,
      workingSetBytes: 2000,
    });
  });

  it('reads version 1', () => {
    const root = tree({
      'cpu/cpu.cfs_quota_us': '50000',
      'cpu/cpu.cfs_period_us': '100000',
      'cpu/cpu.stat': 'nr_throttled 3',
      'cpuacct/cpuacct.usage': '1500000000',
      'memory/memory.limit_in_bytes': '1000',
      'memory/memory.usage_in_bytes': '600',
      'memory/memory.stat': 'total_inactive_file 100',
    });
    expect(readCgroupLimits(root)).toEqual({
      cpuLimitCores: 0.5,
      cpuUsageSeconds: 1.5,
      throttledPeriods: 3,
      memoryLimitBytes: 1000,
      workingSetBytes: 500,
    });
  });

  it('states no limit where there is none', () => {
    const v2 = tree({
      'cgroup.controllers': '',
      'cpu.max': 'max 100000',
      'memory.max': 'max',
    });
    const v1 = tree({
      'cpu/cpu.cfs_quota_us': '-1',
      'memory/memory.limit_in_bytes': '9223372036854771712',
    });
    for (const root of [v2, v1, '/nowhere']) {
      const { cpuLimitCores, memoryLimitBytes } = readCgroupLimits(root);
      expect([cpuLimitCores, memoryLimitBytes]).toEqual([undefined, undefined]);
    }
  });
});
