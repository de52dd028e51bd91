import { readFileSync } from 'node:fs';

/** Limits of the control group that a process runs in; absent where there is none. */
export interface CgroupLimits {
  memoryLimitBytes?: number;
  /** Memory in use without what the kernel can drop at once. */
  workingSetBytes?: number;
  /** Cores that the process may use. */
  cpuLimitCores?: number;
  /** CPU time used by the group since it was made. */
  cpuUsageSeconds?: number;
  /** Periods in which the process was held back. */
  throttledPeriods?: number;
}

/** v1 writes "no limit" as a number near 2^63. */
const NO_LIMIT = 2 ** 60;

/**
 * Reads the limits of this process' control group, version 2 or 1, as seen from inside of a container.
 * @param root - where the control groups are mounted
 */
export function readCgroupLimits(root = '/sys/fs/cgroup'): CgroupLimits {
  return read(`${root}/cgroup.controllers`) !== undefined
    ? version2(root)
    : version1(root);
}

function version2(root: string): CgroupLimits {
  const [quota, period] = (read(`${root}/cpu.max`) ?? '').split(' ');
  const current = number(read(`${root}/memory.current`));
  const inactive = field(read(`${root}/memory.stat`), 'inactive_file');
  return {
    memoryLimitBytes: number(read(`${root}/memory.max`)),
    workingSetBytes: minus(current, inactive),
    cpuLimitCores: ratio(number(quota), number(period)),
    cpuUsageSeconds: ratio(field(read(`${root}/cpu.stat`), 'usage_usec'), 1e6),
    throttledPeriods: field(read(`${root}/cpu.stat`), 'nr_throttled'),
  };
}

function version1(root: string): CgroupLimits {
  const quota = number(read(`${root}/cpu/cpu.cfs_quota_us`));
  const period = number(read(`${root}/cpu/cpu.cfs_period_us`));
  const limit = number(read(`${root}/memory/memory.limit_in_bytes`));
  const current = number(read(`${root}/memory/memory.usage_in_bytes`));
  const stat = read(`${root}/memory/memory.stat`);
  return {
    memoryLimitBytes:
      limit !== undefined && limit < NO_LIMIT ? limit : undefined,
    workingSetBytes: minus(current, field(stat, 'total_inactive_file')),
    cpuLimitCores: ratio(quota, period),
    cpuUsageSeconds: ratio(number(read(`${root}/cpuacct/cpuacct.usage`)), 1e9),
    throttledPeriods: field(read(`${root}/cpu/cpu.stat`), 'nr_throttled'),
  };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

function field(text: string | undefined, name: string): number | undefined {
  const line = text?.split('\n').find(one => one.startsWith(`${name} `));
  return number(line?.slice(name.length + 1));
}

function minus(a: number | undefined, b = 0): number | undefined {
  return a === undefined ? undefined : Math.max(0, a - b);
}

function ratio(a: number | undefined, b: number | undefined) {
  return a === undefined || !b ? undefined : a / b;
}
