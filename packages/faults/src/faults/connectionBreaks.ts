import { onImports } from '../proxy/faultProxy';
import { pause } from '../stage/waitFor';
import { defineFault } from './fault';
import { untilNotReady, untilReady } from './readiness';

export const connectionBreaks = defineFault(
  6,
  'connections to the database are refused, and reset in the middle of the body',
  {},
  async ({ stage, aggregator, note, repaired }) => {
    const { proxy } = stage.servers;
    await proxy.refuse();
    note(await untilNotReady(aggregator, 'VICTORIA_METRICS_UNREACHABLE'));
    await proxy.accept();
    note(await untilReady(aggregator));
    proxy.behave(onImports({ kind: 'reset' }));
    note(await untilNotReady(aggregator, 'VICTORIA_METRICS_FAILING'));
    await pause(3_000);
    proxy.behave({ kind: 'pass' });
    repaired();
    note(await untilReady(aggregator));
  },
);

export const halfOpen = defineFault(
  7,
  'the connection to the database is half open: no answer ever',
  {},
  async ({ stage, aggregator, note, repaired }) => {
    const { proxy } = stage.servers;
    proxy.behave({ kind: 'silence' });
    note(await untilNotReady(aggregator, 'VICTORIA_METRICS_UNREACHABLE'));
    await pause(12_000);
    // What hangs goes on hanging: only new requests are answered.
    proxy.behave({ kind: 'pass' });
    repaired();
    note(await untilReady(aggregator));
  },
);

export const slowAnswers = defineFault(
  8,
  'the database answers slowly, more slowly than the time limit at first',
  { env: { IMPORT_TIMEOUT_MS: '2000' } },
  async ({ stage, note, repaired }) => {
    const { proxy } = stage.servers;
    proxy.behave(onImports({ kind: 'slow', delayMs: 5_000 }));
    await pause(35_000);
    proxy.behave({ kind: 'pass' });
    repaired();
    note(`${proxy.misbehaved} slow answers`);
  },
);

export const lostAnswers = defineFault(
  9,
  'the database accepts, and its answer is lost',
  {},
  async ({ stage, aggregator, note, repaired }) => {
    const { proxy } = stage.servers;
    proxy.behave(onImports({ kind: 'lost-answer' }));
    note(await untilNotReady(aggregator, 'VICTORIA_METRICS_FAILING'));
    await pause(8_000);
    proxy.behave({ kind: 'pass' });
    repaired();
    note(await untilReady(aggregator));
  },
);
