import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the kernel's files about the machine are. */
export interface ProcFiles {
  /** What paths of the host are below; `/` when the agent runs on the host itself. */
  root: string;
  stat: string;
  meminfo: string;
  netDev: string;
  /** Mount tables, the first that can be read counts. */
  mountinfo: { file: string; below: string }[];
}

/**
 * The files of this process' own view, or of the host whose root is mounted at `hostRoot`. There, process 1 has the
 * host's mounts and interfaces; where it may not be read, our own mounts below the host's root are as good.
 */
export function procFiles(hostRoot?: string): ProcFiles {
  const root = hostRoot ?? '/';
  const proc = join(root, 'proc');
  const own = { file: '/proc/self/mountinfo', below: root };
  return {
    root,
    stat: join(proc, 'stat'),
    meminfo: join(proc, 'meminfo'),
    netDev: hostRoot ? join(proc, '1/net/dev') : '/proc/self/net/dev',
    mountinfo: hostRoot
      ? [{ file: join(proc, '1/mountinfo'), below: '/' }, own]
      : [own],
  };
}

/** Reads a file of /proc: at once, since the kernel makes it up and no disk is asked. */
export function readProc(file: string): string {
  return readFileSync(file, 'latin1');
}
