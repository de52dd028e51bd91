/** What the kernel says about one container. */
export interface CgroupReading {
  version: 1 | 2;
  /** Undefined where there is no limit. */
  memoryLimitBytes?: number;
  /** In use, without the file cache that the kernel can take back. */
  memoryUsedBytes: number;
  /** Undefined where there is no limit. */
  cpuLimitCores?: number;
  /** Periods that had work, and those of them in which the limit was reached. */
  cpuPeriods: number;
  cpuThrottledPeriods: number;
  /** Processes of the container that the kernel killed for want of memory. */
  oomKills: number;
}

const V2 = [
  'memory.max',
  'memory.current',
  'memory.stat',
  'memory.events',
  'cpu.max',
  'cpu.stat',
];
const V1 = [
  'memory/memory.limit_in_bytes',
  'memory/memory.usage_in_bytes',
  'memory/memory.stat',
  'memory/memory.oom_control',
  'cpu/cpu.cfs_quota_us',
  'cpu/cpu.cfs_period_us',
  'cpu/cpu.stat',
];

/** A shell script that prints the files of either version, each below a line with its name; for `sh -c`. */
export function readingScript(root = '/sys/fs/cgroup'): string {
  return `for file in ${[...V2, ...V1].join(
    ' ',
  )}; do [ -r "${root}/$file" ] && echo "== $file" && cat "${root}/$file"; done; true`;
}

/** No limit, as version 1 writes it: the largest number of pages. */
const UNLIMITED_V1 = 2 ** 62;

/**
 * Reads what {@link readingScript} printed.
 *
 * @throws Error when it holds neither version
 */
export function parseReading(text: string): CgroupReading {
  const files: Record<string, string> = {};
  for (const part of text.split(/^== /m).slice(1)) {
    const end = part.indexOf('\n');
    files[part.slice(0, end)] = part.slice(end + 1).trim();
  }
  if (files['memory.current'] !== undefined && files['cpu.max'] !== undefined) {
    return parseV2(files);
  }
  if (files['memory/memory.usage_in_bytes'] !== undefined) {
    return parseV1(files);
  }
  throw new Error('There is no cgroup to be read below /sys/fs/cgroup');
}

function parseV2(files: Record<string, string>): CgroupReading {
  const cpu = table(files['cpu.stat']);
  const [quota, period] = files['cpu.max'].split(' ');
  return {
    version: 2,
    memoryLimitBytes: limit(files['memory.max']),
    memoryUsedBytes:
      Number(files['memory.current']) -
      (table(files['memory.stat']).inactive_file ?? 0),
    cpuLimitCores: quota === 'max' ? undefined : Number(quota) / Number(period),
    cpuPeriods: cpu.nr_periods ?? 0,
    cpuThrottledPeriods: cpu.nr_throttled ?? 0,
    oomKills: table(files['memory.events']).oom_kill ?? 0,
  };
}

function parseV1(files: Record<string, string>): CgroupReading {
  const cpu = table(files['cpu/cpu.stat']);
  const quota = Number(files['cpu/cpu.cfs_quota_us'] ?? -1);
  const memoryLimit = Number(files['memory/memory.limit_in_bytes']);
  return {
    version: 1,
    memoryLimitBytes: memoryLimit < UNLIMITED_V1 ? memoryLimit : undefined,
    memoryUsedBytes:
      Number(files['memory/memory.usage_in_bytes']) -
      (table(files['memory/memory.stat']).total_inactive_file ?? 0),
    cpuLimitCores:
      quota > 0 ? quota / Number(files['cpu/cpu.cfs_period_us']) : undefined,
    cpuPeriods: cpu.nr_periods ?? 0,
    cpuThrottledPeriods: cpu.nr_throttled ?? 0,
    oomKills: table(files['memory/memory.oom_control']).oom_kill ?? 0,
  };
}

function limit(text: string): number | undefined {
  return text === 'max' ? undefined : Number(text);
}

function table(text = ''): Record<string, number> {
  return Object.fromEntries(
    text.split('\n').map(line => {
      const [name, value] = line.split(/\s+/);
      return [name, Number(value)];
    }),
  );
}
