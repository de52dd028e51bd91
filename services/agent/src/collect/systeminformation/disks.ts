import type { DiskUsage } from '@gomon/wire';
import type { Systeminformation } from 'systeminformation';
import type { Collector } from '../collector';
import type { SystemFilter } from './collectors';

interface Source {
  fsSize(): Promise<Systeminformation.FsSizeData[]>;
}

/** Space of mounted file systems, each device once, by df's formula. */
export function systemDisks(
  system: Source,
  { mountpoints, fsTypes, sources }: SystemFilter,
): Collector {
  return {
    name: 'disks',
    async collect() {
      const byDevice = new Map<string, DiskUsage>();
      for (const { fs, type, size, used, available, mount } of [
        ...(await system.fsSize()),
      ].sort((a, b) => a.mount.length - b.mount.length)) {
        const excluded =
          mountpoints.test(mount) || fsTypes.test(type) || sources.test(fs);
        if (excluded || !(size > 0)) continue;
        const key = fs.startsWith('/dev/') ? fs : `${fs} ${mount}`;
        if (byDevice.has(key)) continue;
        byDevice.set(key, {
          mountpoint: mount,
          totalBytes: size,
          usedBytes: used,
          ...(used + available > 0 && {
            usedPercent: (used / (used + available)) * 100,
          }),
        });
      }
      return { diskStats: [...byDevice.values()] };
    },
  };
}
