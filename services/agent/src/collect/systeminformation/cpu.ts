import type { Systeminformation } from 'systeminformation';
import type { Collector } from '../collector';

interface Source {
  currentLoad(): Promise<Systeminformation.CurrentLoadData>;
}

/** CPU over the interval. The library's first answer is the average since boot, which is another figure. */
export function systemCpu(system: Source): Collector {
  let first = true;
  return {
    name: 'cpu',
    async collect() {
      const { currentLoad } = await system.currentLoad();
      const usable = !first && Number.isFinite(currentLoad);
      first = false;
      return usable ? { cpuUsagePercent: currentLoad } : {};
    },
  };
}
