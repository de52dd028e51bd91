import { defineFault } from './fault';
import { untilNotReady, untilReady } from './readiness';

export const brokersRestarted = defineFault(
  2,
  'all brokers are stopped and started again',
  {},
  async ({ stage, aggregator, note, repaired }) => {
    const { nodes } = stage.servers.kafka;
    await Promise.all(nodes.map(node => node.kill()));
    note(await untilNotReady(aggregator, 'KAFKA_UNREACHABLE'));
    await Promise.all(nodes.map(node => node.start()));
    repaired();
    note(await untilReady(aggregator));
  },
);
