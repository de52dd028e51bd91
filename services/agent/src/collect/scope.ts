import { readFileSync, readlinkSync } from 'node:fs';
import type { Scope } from '@gomon/wire';

/** Numbers that the kernel gives to its first namespaces, the host's (include/linux/proc_ns.h). */
const HOST_NAMESPACES: Record<string, string> = {
  pid: 'pid:[4026531836]',
  cgroup: 'cgroup:[4026531835]',
};

/** Parts of control group paths that container runtimes make. */
const RUNTIMES = /docker|kubepods|containerd|libpod|crio|\/lxc/;

/** What the operating system shows of where this process runs. */
export interface Surroundings {
  platform: NodeJS.Platform;
  /** Target of /proc/self/ns/NAME; undefined where it cannot be read. */
  namespace(name: string): string | undefined;
  /** Content of /proc/self/cgroup. */
  cgroup(): string | undefined;
}

const here: Surroundings = {
  platform: process.platform,
  namespace: name => attempt(() => readlinkSync(`/proc/self/ns/${name}`)),
  cgroup: () => attempt(() => readFileSync('/proc/self/cgroup', 'utf8')),
};

/**
 * Whose figures this process would read. With the host's root mounted they are the host's. Otherwise namespaces
 * decide, not marker files: /.dockerenv stays behind in virtual machines that were made from container images.
 */
export function detectScope(
  hostRoot: string | undefined,
  { platform, namespace, cgroup }: Surroundings = here,
): Scope {
  if (hostRoot !== undefined || platform !== 'linux') return 'host';
  const isolated = Object.entries(HOST_NAMESPACES).some(
    ([name, host]) => (namespace(name) ?? host) !== host,
  );
  return isolated || RUNTIMES.test(cgroup() ?? '') ? 'container' : 'host';
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
