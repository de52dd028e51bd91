import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { waitUntil } from './wait';
import { unwatch, watch } from './watchdog';

/** What to run, and with exactly which environment. */
export interface Command {
  file: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
}

/** A process that leads a group of its own and cannot outlive this process. */
export interface GuardedProcess {
  readonly pid: number;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Settles when the process and all of its group have ended. */
  readonly exited: Promise<{
    code: number | null;
    signal: NodeJS.Signals | null;
  }>;
  /** Sends a signal to the whole group; false when nothing of it is left. */
  signal(signal: NodeJS.Signals | 0): boolean;
}

// The program waits for one line before it takes the shell's place. That line is
// sent once the watchdog knows of it, so there is no moment in which a crash of
// this process would leave it behind.
const GATE = 'read -r go <&3 && exec 3<&- && exec "$0" "$@"';

/** Starts a program that ends when this process does, even by `kill -9`. */
export function spawnGuarded(command: Command): GuardedProcess {
  const child: ChildProcess = spawn(
    '/bin/sh',
    ['-c', GATE, command.file, ...command.args],
    {
      cwd: command.cwd,
      env: command.env ?? process.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  );
  const pid = child.pid;
  if (pid === undefined) {
    throw new Error(
      `/bin/sh could not be started in ${command.cwd ?? process.cwd()}`,
    );
  }
  const signal = (name: NodeJS.Signals | 0) => {
    try {
      return process.kill(-pid, name);
    } catch {
      return false;
    }
  };
  const exited = new Promise<{
    code: number | null;
    signal: NodeJS.Signals | null;
  }>(resolve => {
    child.once('error', () => resolve({ code: 127, signal: null }));
    child.once('exit', (code, name) => resolve({ code, signal: name }));
  });
  watch(pid);
  const ended = exited.then(async how => {
    await endRest(signal);
    unwatch(pid);
    return how;
  });
  const gate = child.stdio[3] as Writable;
  gate.on('error', () => {});
  gate.end('go\n');
  return {
    pid,
    stdout: child.stdout!,
    stderr: child.stderr!,
    exited: ended,
    signal,
  };
}

/** The leader has ended: its children get a moment to follow it, then no choice. */
async function endRest(
  signal: (name: NodeJS.Signals | 0) => boolean,
): Promise<void> {
  if (signal('SIGTERM')) {
    await waitUntil(() => !signal(0), { withinMs: 2_000, everyMs: 50 });
    signal('SIGKILL');
  }
}
