import { onImports } from '../proxy/faultProxy';
import { pause } from '../stage/waitFor';
import { defineFault } from './fault';
import { untilNotReady, untilReady } from './readiness';

// Longer than the session timeout of the group, which is 8 s here.
const LONG_MS = 12_000;

export const databaseErrors = defineFault(
  4,
  'the database answers 500 and 503 for longer than the session timeout',
  {},
  async ({ stage, aggregator, note, repaired }) => {
    const { proxy } = stage.servers;
    proxy.behave(onImports({ kind: 'status', status: 503, body: 'busy' }));
    note(await untilNotReady(aggregator, 'VICTORIA_METRICS_FAILING'));
    await pause(LONG_MS);
    proxy.behave(onImports({ kind: 'status', status: 500 }));
    await pause(LONG_MS);
    proxy.behave({ kind: 'pass' });
    repaired();
    note(await untilReady(aggregator));
  },
);
