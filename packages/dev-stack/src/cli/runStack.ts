import { askRunningStack } from '../control/runningStack';
import { actionNames } from '../control/server';
import { Problem } from '../problem';
import { shown } from './screen';
import { table } from './table';

const USAGE = `yarn stack [status], or yarn stack ${actionNames.join(
  '|',
)} NAME`;

/** `yarn stack`: looks at the stack that runs in another terminal, or changes it. */
export async function runStack(args: string[]): Promise<number> {
  const [word = 'status', name] = args;
  const action = (['status', ...actionNames] as const).find(
    known => known === word,
  );
  if (!action || (action !== 'status' && !name)) {
    throw new Problem(`The stack was not asked anything: use ${USAGE}.`);
  }
  const components = await askRunningStack(action, name);
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
