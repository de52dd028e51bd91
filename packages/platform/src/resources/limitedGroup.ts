import {
  mkdtempSync,
  rmSync,
  existsSync,
  mkdirSync,
  rmdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';
const PERIOD_US = 100_000;
let made = 0;

/** A control group of this machine's kernel, laid out as a container sees its own. */
export interface LimitedGroup {
  /** Folder that a container has at /sys/fs/cgroup. */
  root: string;
  /** Files that take the id of a process to move it here. */
  members: string[];
  remove(): void;
}

/** Makes a group with limits; undefined where this machine does not let us: not Linux, not root, controllers not ours. */
export function limitedGroup(
  dir: string,
  { memoryBytes, cpuCores }: { memoryBytes: number; cpuCores: number },
): LimitedGroup | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return undefined;
  const name = `gomon-${process.pid}-${++made}`;
  const quota = cpuCores * PERIOD_US;
  const isV2 = existsSync(join(ROOT, 'cgroup.controllers'));
  const folders = isV2
    ? [join(ROOT, name)]
    : ['memory', 'cpu'].map(controller => join(ROOT, controller, name));
  const remove = () =>
    folders.filter(existsSync).forEach(own => rmdirSync(own));
  try {
    folders.forEach(own => mkdirSync(own));
    const [memory, cpu] = isV2 ? [folders[0], folders[0]] : folders;
    if (isV2) {
      writeFileSync(join(memory, 'memory.max'), String(memoryBytes));
      writeFileSync(join(cpu, 'cpu.max'), `${quota} ${PERIOD_US}`);
    } else {
      writeFileSync(join(memory, 'memory.limit_in_bytes'), String(memoryBytes));
      writeFileSync(join(cpu, 'cpu.cfs_period_us'), String(PERIOD_US));
      writeFileSync(join(cpu, 'cpu.cfs_quota_us'), String(quota));
      symlinkSync(memory, join(dir, 'memory'));
      symlinkSync(cpu, join(dir, 'cpu'));
    }
  } catch {
    remove();
    return undefined;
  }
  return {
    root: isV2 ? folders[0] : dir,
    members: folders.map(own => join(own, 'cgroup.procs')),
    remove,
  };
}

/** Whether this machine lets us make one. */
export function canLimit(): boolean {
  const dir = mkdtempSync(join(tmpdir(), 'gomon-cgroup-'));
  const group = limitedGroup(dir, { memoryBytes: 2 ** 24, cpuCores: 1 });
  group?.remove();
  rmSync(dir, { recursive: true, force: true });
  return group !== undefined;
}
