import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Says in words which process listens on a port, as far as this user may see it. */
export async function describeOwnerOf(port: number): Promise<string> {
  const pid =
    process.platform === 'linux'
      ? await pidFromProc(port)
      : await pidFromLsof(port);
  if (!pid) {
    return 'another process';
  }
  // Not `comm`: Node calls its first thread MainThread.
  const command = await run('ps', ['-o', 'args=', '-p', pid]).then(
    result => result.stdout.trim().split(' ')[0].split('/').pop(),
    () => undefined,
  );
  return command ? `${command} (process ${pid})` : `process ${pid}`;
}

async function pidFromLsof(port: number): Promise<string | undefined> {
  const filter = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'];
  const listed = await run('lsof', filter).catch(() => undefined);
  return listed?.stdout.split('\n')[0] || undefined;
}

const LISTENING = '0A';

async function pidFromProc(port: number): Promise<string | undefined> {
  const inodes = new Set<string>();
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const text = await readFile(table, 'utf8').catch(() => '');
    for (const line of text.split('\n').slice(1)) {
      const columns = line.trim().split(/\s+/);
      if (columns[1]?.endsWith(suffix) && columns[3] === LISTENING) {
        inodes.add(`socket:[${columns[9]}]`);
      }
    }
  }
  for (const pid of (await readdir('/proc')).filter(n => /^\d+$/.test(n))) {
    const fds = await readdir(`/proc/${pid}/fd`).catch(() => []);
    for (const fd of fds) {
      const target = await readlink(`/proc/${pid}/fd/${fd}`).catch(() => '');
      if (inodes.has(target)) {
        return pid;
      }
    }
  }
  return undefined;
}
