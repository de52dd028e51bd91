import { readdir, readFile } from 'node:fs/promises';

/**
 * CPU time of a process since its start, milliseconds, to the nanosecond: where a cycle takes less than the hundredth of
 * a second that /proc/PID/stat counts in. Of threads that have ended it knows nothing. Linux only.
 */
export async function cpuMsOf(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`);
  const times = await Promise.all(
    threads.map(thread =>
      readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8'),
    ),
  );
  return times.reduce((sum, text) => sum + nanosecondsOf(text), 0) / 1e6;
}

/** Time on a processor: the first of the figures, by the kernel's sched-stats.rst. */
function nanosecondsOf(schedstat: string): number {
  return Number(schedstat.split(' ', 1)[0]);
}
