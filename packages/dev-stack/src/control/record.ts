import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What `.gomon/run/stack.json` says about the stack that runs. */
export interface StackRecord {
  pid: number;
  socket: string;
}

// The kernel's limit for the path of a unix socket: 108 on Linux, 104 on macOS.
const LONGEST_SOCKET_PATH = 100;

/** Where the control socket of a stack is; elsewhere if the folder lies too deep. */
export function socketPath(runDir: string): string {
  const path = join(runDir, 'stack.sock');
  if (path.length <= LONGEST_SOCKET_PATH) {
    return path;
  }
  const name = createHash('sha256').update(runDir).digest('hex').slice(0, 16);
  return join(tmpdir(), `gomon-${name}.sock`);
}

const file = (runDir: string) => join(runDir, 'stack.json');

export async function writeRecord(
  runDir: string,
  record: StackRecord,
): Promise<void> {
  await writeFile(file(runDir), `${JSON.stringify(record)}\n`);
}

export async function removeRecord(runDir: string): Promise<void> {
  await rm(file(runDir), { force: true });
}

/** The stack that runs with this folder; undefined when none does. */
export async function readRecord(
  runDir: string,
): Promise<StackRecord | undefined> {
  const text = await readFile(file(runDir), 'utf8').catch(() => undefined);
  const record: StackRecord | undefined = text && JSON.parse(text);
  return record && (await listens(record.socket)) ? record : undefined;
}

// Not whether the process id is alive: after a crash and a restart of the
// machine it may be that of a stranger.
function listens(path: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ path });
    const answer = (accepted: boolean) => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
