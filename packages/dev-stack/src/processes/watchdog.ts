import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { repositoryRoot } from '../directories';

const SCRIPT = join(
  repositoryRoot,
  'packages/dev-stack/src/processes/watchdog.sh',
);

let watchdog: ChildProcess | undefined;
const groups = new Set<number>();

function start(): ChildProcess {
  // Its own session, so that Ctrl-C in the terminal does not reach it.
  const child = spawn('/bin/sh', [SCRIPT], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  child.stdin!.on('error', () => {});
  (child.stdin as Writable & { unref?(): void }).unref?.();
  child.once('exit', () => {
    if (watchdog === child) {
      watchdog = undefined;
      if (groups.size > 0) {
        watchdog = start();
      }
    }
  });
  for (const group of groups) {
    child.stdin!.write(`add ${group}\n`);
  }
  return child;
}

/** From now on the process group ends when this process ends, whatever the cause. */
export function watch(group: number): void {
  groups.add(group);
  if (watchdog) {
    watchdog.stdin!.write(`add ${group}\n`);
  } else {
    watchdog = start();
  }
}

/** The process group has ended: forget it, so that a reused number is never hit. */
export function unwatch(group: number): void {
  if (!groups.delete(group)) {
    return;
  }
  watchdog?.stdin!.write(`remove ${group}\n`);
  if (groups.size === 0) {
    const ended = watchdog;
    watchdog = undefined;
    ended?.stdin!.end();
  }
}
