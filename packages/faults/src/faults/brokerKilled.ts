import { pause } from '../stage/waitFor';
import { defineFault } from './fault';
import { untilReady } from './readiness';

const AWAY_MS = 4_000;

/**
 * Each broker in turn, so that leaders of partitions and the group's coordinator are among them. While the group finds
 * a new coordinator the aggregator has no partitions, and `/ready` may say so.
 */
export const brokerKilled = defineFault(
  1,
  'a broker of three is killed during commits and produce, each in turn',
  {},
  async ({ stage, aggregator, note, repaired }) => {
    for (const node of stage.servers.kafka.nodes) {
      await node.kill();
      await pause(AWAY_MS);
      await node.start();
      await pause(2_000);
    }
    repaired();
    note(await untilReady(aggregator));
  },
);
