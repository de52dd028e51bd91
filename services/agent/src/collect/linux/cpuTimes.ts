/** Time that all cores together spent since boot, in the kernel's ticks. */
export interface CpuTimes {
  busy: number;
  idle: number;
}

/** Reads the first line of /proc/stat. Time as a guest's host is part of user time already. */
export function parseCpuTimes(stat: string): CpuTimes {
  const line = /^cpu +([\d ]+)/m.exec(stat);
  if (!line) throw new Error('/proc/stat has no line for all cores');
  const ticks = line[1].trim().split(/ +/).map(Number);
  const [user, nice, system, idle, iowait = 0, irq = 0, softirq = 0] = ticks;
  const steal = ticks[7] ?? 0;
  return {
    busy: user + nice + system + irq + softirq + steal,
    idle: idle + iowait,
  };
}

/**
 * Percent of all cores between two readings; undefined when no time has passed. The kernel's idle times may run
 * backwards by a few ticks, which is no time at all.
 */
export function cpuUsagePercent(
  before: CpuTimes,
  after: CpuTimes,
): number | undefined {
  const busy = Math.max(0, after.busy - before.busy);
  const idle = Math.max(0, after.idle - before.idle);
  return busy + idle > 0 ? (busy / (busy + idle)) * 100 : undefined;
}
