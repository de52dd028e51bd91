import { Service } from '@gomon/dev-stack';
import { onImports } from '../proxy/faultProxy';
import { pause } from '../stage/waitFor';
import { defineFault } from './fault';

/** SIGTERM while a request is under way, a second SIGTERM, and SIGKILL. */
export const aggregatorEnds = defineFault(
  13,
  'the aggregator gets SIGTERM during a flush, a second SIGTERM, SIGKILL',
  {},
  async ({ stage, aggregator, note, repaired }) => {
    const { proxy } = stage.servers;
    const exits: (number | string | null)[] = [];
    aggregator.onExit((code, signal) => exits.push(signal ?? code));

    proxy.behave(onImports({ kind: 'slow', delayMs: 1_500 }));
    await pause(2_000);
    note(`SIGTERM: ended after ${await ended(aggregator, ['SIGTERM'])} s`);
    if (exits[0] !== 0) throw new Error(`exit code ${exits[0]} on SIGTERM`);

    await aggregator.start();
    proxy.behave(onImports({ kind: 'silence' }));
    await pause(2_000);
    const twice = await ended(aggregator, ['SIGTERM', 'SIGTERM']);
    note(`second SIGTERM: ended after ${twice} s with ${exits[1]}`);
    if (Number(twice) > 2)
      throw new Error('a second SIGTERM has to end it at once');

    proxy.behave({ kind: 'pass' });
    await aggregator.start();
    await pause(3_000);
    await aggregator.kill();
    await aggregator.start();
    repaired();
  },
);

async function ended(
  aggregator: Service,
  signals: NodeJS.Signals[],
): Promise<string> {
  const begun = Date.now();
  const pid = aggregator.pid!;
  for (const signal of signals) {
    process.kill(pid, signal);
    await pause(300);
  }
  while (aggregator.pid !== undefined) await pause(20);
  return ((Date.now() - begun) / 1000).toFixed(1);
}
