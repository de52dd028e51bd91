import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DiskUsage } from '@gomon/wire';
import type { Collector } from '../collector';
import {
  Mount,
  MountFilter,
  mountsBelow,
  parseMountinfo,
  selectMounts,
} from './mounts';
import { ProcFiles, readProc } from './procFiles';
import { diskUsage, SpaceReader } from './space';

/** Space of mounted file systems, by the mount table and statfs. The table is read each time: disks come and go. */
export function linuxDisks(
  files: Pick<ProcFiles, 'root' | 'mountinfo'>,
  filter: MountFilter,
  space: SpaceReader,
): Collector {
  const read = async (mount: Mount): Promise<DiskUsage | undefined> => {
    const path = join(files.root, mount.mountpoint);
    const found = await space.read(path, mount.fsType);
    return found && diskUsage(mount.mountpoint, found);
  };
  return {
    name: 'disks',
    async collect() {
      const mounts = selectMounts(readMounts(files).filter(isFolder), filter);
      const disks = await Promise.all(mounts.map(read));
      return { diskStats: disks.filter(disk => disk !== undefined) };
    },
  };

  /** A container's /etc/hosts and the like are single files of the host, mounted. */
  function isFolder({ part, mountpoint }: Mount): boolean {
    if (part === '/') return true;
    try {
      return statSync(join(files.root, mountpoint)).isDirectory();
    } catch {
      return false;
    }
  }
}

function readMounts({ mountinfo }: Pick<ProcFiles, 'mountinfo'>): Mount[] {
  let failure: unknown;
  for (const { file, below } of mountinfo) {
    try {
      return mountsBelow(parseMountinfo(readProc(file)), below);
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}
