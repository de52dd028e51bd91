import { stackDirectories } from '../directories';
import { Problem } from '../problem';
import { askStack } from './client';
import { readRecord } from './record';
import type { ActionName, ComponentStatus } from './server';

/**
 * Asks the stack that runs in another terminal: what runs, or to start, stop or kill one of its components.
 *
 * @returns every component, as it is after that
 * @throws Problem when none runs, or when it refuses
 */
export async function askRunningStack(
  action: 'status' | ActionName,
  name?: string,
): Promise<ComponentStatus[]> {
  const record = await readRecord(stackDirectories().run);
  if (!record) {
    throw new Problem('No stack runs here: start one by `yarn dev`.');
  }
  return askStack(record.socket, action, name);
}
