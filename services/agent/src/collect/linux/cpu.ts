import type { Collector } from '../collector';
import { CpuTimes, cpuUsagePercent, parseCpuTimes } from './cpuTimes';
import { ProcFiles, readProc } from './procFiles';

/** CPU over the interval from /proc/stat. The first reading has no interval yet and is left out. */
export function linuxCpu({ stat }: Pick<ProcFiles, 'stat'>): Collector {
  let before: CpuTimes | undefined;
  return {
    name: 'cpu',
    async collect() {
      const after = parseCpuTimes(readProc(stat));
      const percent = before && cpuUsagePercent(before, after);
      before = after;
      return percent === undefined ? {} : { cpuUsagePercent: percent };
    },
  };
}
