import { askStack } from '../control/client';
import { readRecord } from '../control/record';
import { actionNames } from '../control/server';
import { stackDirectories } from '../directories';
import { Problem } from '../problem';
import { shown } from './screen';
import { table } from './table';

const USAGE = `yarn stack [status], or yarn stack ${actionNames.join(
  '|',
)} NAME`;

/** `yarn stack`: looks at the stack that runs in another terminal, or changes it. */
export async function runStack(args: string[]): Promise<number> {
  const [action = 'status', name] = args;
  const known = action === 'status' || actionNames.includes(action);
  if (!known || (action !== 'status' && !name)) {
    throw new Problem(`The stack was not asked anything: use ${USAGE}.`);
  }
  const record = await readRecord(stackDirectories().run);
  if (!record) {
    throw new Problem('No stack runs here: start one by `yarn dev`.');
  }
  const components = await askStack(record.socket, action, name);
  const rows = components.map(component => [
    component.name,
    component.state,
    component.pid ? String(component.pid) : '-',
    component.address,
    shown(component.logFile),
  ]);
  const heading = ['name', 'state', 'process', 'where', 'log'];
  process.stdout.write(`${table([heading, ...rows])}\n`);
  return 0;
}
