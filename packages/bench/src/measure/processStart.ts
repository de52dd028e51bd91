import { readFile } from 'node:fs/promises';

/** Linux counts starts in hundredths of a second since its own, whatever the kernel's tick (USER_HZ). */
const TICKS_PER_SECOND = 100;

/** When a process began, Unix milliseconds, to the hundredth of a second; Linux only. */
export async function startedAtMs(pid: number): Promise<number> {
  const [stat, uptime] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile('/proc/uptime', 'utf8'),
  ]);
  return startOf(stat, uptime, Date.now());
}

/** Reads the texts of /proc/PID/stat and /proc/uptime, as proc(5) describes them. */
export function startOf(stat: string, uptime: string, nowMs: number): number {
  // The name in parentheses may hold anything, blanks too.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const startSeconds = Number(fields[19]) / TICKS_PER_SECOND;
  const ageSeconds = Number(uptime.split(' ')[0]) - startSeconds;
  return nowMs - ageSeconds * 1000;
}
