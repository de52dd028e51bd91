import { readFile } from 'node:fs/promises';

/** What a process has used since its start. */
export interface Usage {
  /** Time on any processor, user and system, its ended children included; seconds. */
  readonly cpuSeconds: number;
  /** The most memory it ever had resident, MiB. */
  readonly peakMib: number;
  /** The memory it has resident now, MiB. */
  readonly residentMib: number;
}

/** Linux reports times in hundredths of a second to every program, whatever the kernel's own tick (USER_HZ). */
const TICKS_PER_SECOND = 100;

/** Reads what a process has used; Linux only. */
export async function usageOf(pid: number): Promise<Usage> {
  const [stat, status] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/status`, 'utf8'),
  ]);
  return parseUsage(stat, status);
}

/** Reads the texts of /proc/PID/stat and /proc/PID/status, as proc(5) describes them. */
export function parseUsage(stat: string, status: string): Usage {
  // The name in parentheses may hold anything, blanks too.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, own) => sum + Number(own), 0);
  const mib = (name: string) => {
    const [, kib] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)!;
    return Number(kib) / 1024;
  };
  return {
    cpuSeconds: ticks / TICKS_PER_SECOND,
    peakMib: mib('VmHWM'),
    residentMib: mib('VmRSS'),
  };
}
