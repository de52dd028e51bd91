import type { Collector, Readings } from '../collector';
import { memoryReadings } from '../memoryReadings';
import { ProcFiles, readProc } from './procFiles';

/** Memory from /proc/meminfo. */
export function linuxMemory({
  meminfo,
}: Pick<ProcFiles, 'meminfo'>): Collector {
  return {
    name: 'memory',
    collect: async () => parseMemory(readProc(meminfo)),
  };
}

/** Kernels before 3.14 do not state what is available: free memory and what the page cache holds come close. */
export function parseMemory(meminfo: string): Readings {
  const bytes = (name: string): number | undefined => {
    const match = new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(meminfo);
    return match ? Number(match[1]) * 1024 : undefined;
  };
  const total = bytes('MemTotal');
  const estimate =
    (bytes('MemFree') ?? 0) + (bytes('Buffers') ?? 0) + (bytes('Cached') ?? 0);
  if (total === undefined) throw new Error('/proc/meminfo has no MemTotal');
  return memoryReadings(total, bytes('MemAvailable') ?? estimate);
}
