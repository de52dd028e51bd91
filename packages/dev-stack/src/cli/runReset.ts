import { rm } from 'node:fs/promises';
import { readRecord } from '../control/record';
import { stackDirectories } from '../directories';
import { Problem } from '../problem';
import { shown } from './screen';

/** `yarn reset`: forgets all state; programs and toolchain stay. */
export async function runReset(): Promise<number> {
  const { state, logs, run } = stackDirectories();
  const record = await readRecord(run);
  if (record) {
    throw new Problem(
      `Nothing was reset: the stack runs (process ${record.pid}): end it by Ctrl-C in its terminal and try again.`,
    );
  }
  for (const folder of [state, logs]) {
    await rm(folder, { recursive: true, force: true });
  }
  process.stdout.write(`Removed ${shown(state)} and ${shown(logs)}.\n`);
  return 0;
}
