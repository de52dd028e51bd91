import { Command, spawnGuarded } from '@gomon/dev-stack';
import { createWriteStream } from 'node:fs';
import { Running } from './contestant';

/** Starts a peer; what it prints goes into a file. */
export function startProgram(command: Command, logFile: string): Running {
  const program = spawnGuarded(command);
  const log = createWriteStream(logFile, { flags: 'a' });
  program.stdout.pipe(log, { end: false });
  program.stderr.pipe(log, { end: false });
  return {
    pid: program.pid,
    async stop() {
      program.signal('SIGKILL');
      await program.exited;
      log.end();
    },
  };
}
