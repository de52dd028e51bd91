import { hostName } from '../fleet/hostModel';
import { onImports } from '../proxy/faultProxy';
import { pause } from '../stage/waitFor';
import { metricOf } from '../stage/pages';
import { defineFault } from './fault';
import { untilNotReady, untilReady } from './readiness';

const BAD_HOST = 7;

export const databaseRefuses = defineFault(
  5,
  'the database refuses one bad record among good ones with 400, then everything with 401 and 403',
  { hosts: 24, stepMs: 500 },
  async ({ stage, aggregator, note, repaired }) => {
    const { proxy } = stage.servers;
    const bad = `"instance":"${hostName(stage.model, BAD_HOST)}"`;
    proxy.behave((path, body) =>
      path.includes('/api/v1/import') && body.includes(bad)
        ? { kind: 'status', status: 400, body: 'cannot parse' }
        : { kind: 'pass' },
    );
    await pause(6_000);
    proxy.behave({ kind: 'pass' });
    await pause(3_000);
    const dead = () =>
      metricOf(aggregator, 'gomon_aggregator_dead_letters_total');
    const letters = await dead();
    if (letters === 0) throw new Error('the bad record is in no dead letter');
    for (const status of [401, 403]) {
      proxy.behave(onImports({ kind: 'status', status }));
      note(await untilNotReady(aggregator, 'VICTORIA_METRICS_UNAUTHORISED'));
      await pause(4_000);
      proxy.behave({ kind: 'pass' });
      repaired();
      note(await untilReady(aggregator));
    }
    if ((await dead()) !== letters) {
      throw new Error('a refused credential filled the dead letters');
    }
  },
);
