import type { StatsFs } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { DiskUsage } from '@gomon/wire';

/**
 * Space by df's own formula: what root alone may use counts as neither used nor available.
 * Undefined for file systems without blocks, which df leaves out as well.
 */
export function diskUsage(
  mountpoint: string,
  space: Pick<StatsFs, 'bsize' | 'blocks' | 'bfree' | 'bavail'> & {
    frsize?: number;
  },
): DiskUsage | undefined {
  const { blocks, bfree, bavail } = space;
  if (!(blocks > 0)) return undefined;
  const unit = space.frsize || space.bsize;
  const used = blocks - bfree;
  return {
    mountpoint,
    totalBytes: blocks * unit,
    usedBytes: used * unit,
    ...(used + bavail > 0 && { usedPercent: (used / (used + bavail)) * 100 }),
  };
}

/** Types whose server may be away, which makes every look hang. */
const REMOTE = /^(nfs|cifs|smb|ceph|glusterfs|afs|9p|lustre|fuse\.)/;
const MAX_HANGING = 2;

/**
 * Asks file systems for their space, none longer than a limit. The kernel cannot be told to give up, so a file system
 * that hangs keeps one of Node's four threads: it is not asked again until it answers, and with two of them
 * hanging no other remote one is asked, so that files and names can still be read.
 */
export class SpaceReader {
  private readonly hanging = new Set<string>();

  constructor(
    private readonly timeoutMs: number,
    private readonly ask: (path: string) => Promise<StatsFs> = path =>
      statfs(path),
  ) {}

  /** Mount points that do not answer now. */
  get stuck(): string[] {
    return [...this.hanging];
  }

  /** Space at a path; undefined when it cannot be told now. */
  async read(path: string, fsType: string): Promise<StatsFs | undefined> {
    if (this.hanging.has(path)) return undefined;
    if (this.hanging.size >= MAX_HANGING && REMOTE.test(fsType)) {
      return undefined;
    }
    let timer: NodeJS.Timeout | undefined;
    const answer = this.ask(path).catch(() => undefined);
    const limit = new Promise<undefined>(resolve => {
      timer = setTimeout(() => {
        this.hanging.add(path);
        void answer.finally(() => this.hanging.delete(path));
        resolve(undefined);
      }, this.timeoutMs);
    });
    const space = await Promise.race([answer, limit]);
    clearTimeout(timer);
    return space;
  }
}
