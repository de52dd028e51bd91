import { readCgroupLimits } from '@gomon/service-kit';
import { totalmem } from 'node:os';
import type { Collector } from '../collector';
import { memoryReadings } from '../memoryReadings';

/** Memory of a container: its working set, of its limit or else of the machine. */
export function containerMemory(
  limits = readCgroupLimits,
  machineBytes = totalmem,
): Collector {
  return {
    name: 'memory',
    async collect() {
      const { workingSetBytes, memoryLimitBytes } = limits();
      if (workingSetBytes === undefined) {
        throw new Error('the control group does not tell its memory');
      }
      const total = Math.min(memoryLimitBytes ?? Infinity, machineBytes());
      return memoryReadings(total, Math.max(0, total - workingSetBytes));
    },
  };
}
