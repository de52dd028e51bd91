import type { Systeminformation } from 'systeminformation';
import type { Collector } from '../collector';
import { memoryReadings } from '../memoryReadings';

interface Source {
  mem(): Promise<Systeminformation.MemData>;
}

/** Memory by what is available: the library's `used` counts the cache as used. */
export function systemMemory(system: Source): Collector {
  return {
    name: 'memory',
    async collect() {
      const { total, available } = await system.mem();
      if (!(total > 0)) throw new Error('the system does not tell its memory');
      return memoryReadings(total, available);
    },
  };
}
