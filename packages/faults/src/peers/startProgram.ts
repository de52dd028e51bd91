import { Command, spawnGuarded } from '@gomon/dev-stack';
import { createWriteStream } from 'node:fs';

/** Starts a peer; what it prints goes into a file. */
export function startProgram(
  command: Command,
  logFile: string,
): { stop(): Promise<void> } {
  const program = spawnGuarded(command);
  const log = createWriteStream(logFile, { flags: 'a' });
  program.stdout.pipe(log, { end: false });
  program.stderr.pipe(log, { end: false });
  return {
    async stop() {
      program.signal('SIGKILL');
      await program.exited;
      log.end();
    },
  };
}
