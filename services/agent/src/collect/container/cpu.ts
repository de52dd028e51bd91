import { readCgroupLimits } from '@gomon/service-kit';
import { availableParallelism } from 'node:os';
import type { Collector } from '../collector';

/**
 * CPU of a container: what its control group used of what it may use. /proc/stat would be the host's, and calling
 * that the container's would be wrong.
 */
export function containerCpu(
  now: () => number = () => performance.now(),
  limits = readCgroupLimits,
): Collector {
  let before: { usedSeconds: number; atMs: number } | undefined;
  return {
    name: 'cpu',
    async collect() {
      const { cpuUsageSeconds, cpuLimitCores } = limits();
      if (cpuUsageSeconds === undefined) {
        throw new Error('the control group does not tell its CPU time');
      }
      const after = { usedSeconds: cpuUsageSeconds, atMs: now() };
      const percent = before && percentOf(before, after, cpuLimitCores);
      before = after;
      return percent === undefined ? {} : { cpuUsagePercent: percent };
    },
  };
}

interface Moment {
  usedSeconds: number;
  atMs: number;
}

function percentOf(before: Moment, after: Moment, limit?: number) {
  const cores = limit ?? availableParallelism();
  const seconds = ((after.atMs - before.atMs) / 1000) * cores;
  const used = after.usedSeconds - before.usedSeconds;
  if (!(seconds > 0) || used < 0) return undefined;
  return Math.min(100, (used / seconds) * 100);
}
