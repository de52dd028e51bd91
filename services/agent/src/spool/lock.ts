import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperationalError } from '@gomon/service-kit';

/**
 * Takes a folder for this process alone. The lock of a process that was killed does not count: it names the process
 * and when that was started, so a number that the system gave to another process later is told apart.
 *
 * @returns what gives the folder back
 * @throws OperationalError `SPOOL_IN_USE`
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock');
  const own = describe(process.pid);
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, own, { flag: 'wx', mode: 0o600 });
      return () => unlock(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = readLock(file);
      if (holder !== undefined && isAlive(holder)) {
        throw new OperationalError(
          'SPOOL_IN_USE',
          `The folder ${folder} is used by process ${holder.split(' ')[0]}.`,
          false,
          'Stop the other agent, or give this one another SPOOL_DIR.',
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new Error(`${file} comes back as soon as it is removed`);
}

/** A lock that cannot be removed is one of a process that is gone: nothing to do about it. */
function unlock(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder is gone or read-only.
  }
}

function readLock(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function isAlive(holder: string): boolean {
  const pid = Number(holder.split(' ')[0]);
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return describe(pid) === holder;
}

/** Number and start of a process; where there is no /proc the number has to do. */
function describe(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${pid} ${afterName[19]}`;
  } catch {
    return String(pid);
  }
}
