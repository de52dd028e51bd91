/** One mounted file system. */
export interface Mount {
  /** `major:minor`: the same for every place that a file system is mounted at. */
  device: string;
  /** Which part of the file system is mounted: `/`, or a folder for a bind mount. */
  part: string;
  mountpoint: string;
  fsType: string;
  /** What is mounted, such as `/dev/sda1` or `host:/export`. */
  source: string;
}

/** Reads /proc/PID/mountinfo (see proc(5)). Of several mounts at one place, only the top one can be seen. */
export function parseMountinfo(text: string): Mount[] {
  const byPlace = new Map<string, Mount>();
  for (const line of text.split('\n')) {
    const [left, right] = line.split(' - ');
    if (right === undefined) continue;
    const [, , device, part, mountpoint] = left.split(' ').map(unescape);
    const [fsType, source] = right.split(' ').map(unescape);
    byPlace.set(mountpoint, { device, part, mountpoint, fsType, source });
  }
  return [...byPlace.values()];
}

/** What is to be left out. */
export interface MountFilter {
  mountpoints: RegExp;
  fsTypes: RegExp;
  sources: RegExp;
  /** Keep `/` whatever its type: a container's root is an overlay. */
  keepRoot: boolean;
}

/**
 * The mounts whose space is to be told: filtered, and each file system once. A file system that is mounted at several
 * places is told where the whole of it is, else at the shortest path.
 */
export function selectMounts(mounts: Mount[], filter: MountFilter): Mount[] {
  const byDevice = new Map<string, Mount>();
  for (const mount of mounts) {
    if (isExcluded(mount, filter)) continue;
    const known = byDevice.get(mount.device);
    if (!known || isBetter(mount, known)) byDevice.set(mount.device, mount);
  }
  return [...byDevice.values()].sort((a, b) =>
    a.mountpoint < b.mountpoint ? -1 : 1,
  );
}

/** The mounts below a folder, as seen from inside of it. */
export function mountsBelow(mounts: Mount[], folder: string): Mount[] {
  if (folder === '/') return mounts;
  return mounts
    .filter(
      ({ mountpoint }) =>
        mountpoint === folder || mountpoint.startsWith(`${folder}/`),
    )
    .map(mount => ({
      ...mount,
      mountpoint: mount.mountpoint.slice(folder.length) || '/',
    }));
}

function isExcluded(mount: Mount, filter: MountFilter): boolean {
  if (mount.mountpoint === '/' && filter.keepRoot) return false;
  return (
    filter.mountpoints.test(mount.mountpoint) ||
    filter.fsTypes.test(mount.fsType) ||
    filter.sources.test(mount.source)
  );
}

function isBetter(mount: Mount, known: Mount): boolean {
  const whole = (one: Mount) => (one.part === '/' ? 0 : 1);
  if (whole(mount) !== whole(known)) return whole(mount) < whole(known);
  return mount.mountpoint.length < known.mountpoint.length;
}

/** The kernel writes space, tab, line break and backslash as octal; names are UTF-8. */
function unescape(field: string): string {
  const plain = field.replace(/\\([0-7]{3})/g, (_, octal) =>
    String.fromCharCode(parseInt(octal, 8)),
  );
  return Buffer.from(plain, 'latin1').toString('utf8');
}
