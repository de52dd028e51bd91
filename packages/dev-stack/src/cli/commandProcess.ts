import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { repositoryRoot } from '../directories';
import { waitUntil } from '../processes/wait';

/** A command of this package that runs as a process of its own, as the root's scripts run it. */
export type CommandProcess = ChildProcess & {
  /** All that it has printed so far. */
  printed(): string;
};

/**
 * Runs a command of this package for a test of it.
 *
 * @param script - its file, from the package's folder
 */
export function runCommand(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): CommandProcess {
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      join(repositoryRoot, 'packages/dev-stack', script),
      ...args,
    ],
    { cwd: repositoryRoot, env: { ...process.env, ...env } },
  );
  const pieces: string[] = [];
  [child.stdout, child.stderr].forEach(stream =>
    stream
      .setEncoding('utf8')
      .on('data', (piece: string) => void pieces.push(piece)),
  );
  return Object.assign(child, { printed: () => pieces.join('') });
}

/** Runs a command to its end and answers with what it printed. */
export async function outputOf(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const child = runCommand(script, args, env);
  await once(child, 'close');
  return child.printed();
}

/** The processes that belong to any of these groups and are not just waiting to be buried. */
export function processesOf(groups: number[]): string[] {
  return execFileSync('/bin/ps', ['-A', '-o', 'pid=,pgid=,stat=,args='])
    .toString()
    .split('\n')
    .filter(line => {
      const [, group, state] = line.trim().split(/\s+/);
      return groups.includes(Number(group)) && !state.startsWith('Z');
    });
}

/** Waits until nothing of these groups is left; answers with what is. */
export async function leftOf(groups: number[]): Promise<string[]> {
  await waitUntil(() => processesOf(groups).length === 0, {
    withinMs: 60_000,
  });
  return processesOf(groups);
}
