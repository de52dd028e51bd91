import { metricOf } from '../stage/pages';
import { pause, waitFor } from '../stage/waitFor';
import { defineFault } from './fault';

/** A member joins while batches are under way, leaves in order, and another one is killed. */
export const rebalance = defineFault(
  3,
  'the group rebalances in the middle of batches: a member joins, leaves, is killed',
  { stepMs: 50, staysReady: true },
  async ({ stage, aggregator, note, repaired }) => {
    const rebalances = () =>
      metricOf(aggregator, 'gomon_aggregator_rebalances_total');
    const rewindOne = async (end: 'stop' | 'kill') => {
      const before = await rebalances();
      const second = await stage.addAggregator();
      await waitFor(
        'the second to store something',
        async () =>
          (await metricOf(second, 'gomon_aggregator_messages_total')) > 0,
      );
      await pause(2_000);
      await second[end]();
      await waitFor(
        'two rebalances',
        async () => (await rebalances()) >= before + 2,
      );
    };
    await rewindOne('stop');
    await rewindOne('kill');
    repaired();
    note(`${await rebalances()} rebalances`);
  },
);
