import { onImports } from '../proxy/faultProxy';
import { metricOf } from '../stage/pages';
import { Stage } from '../stage/stage';
import { pause, waitFor } from '../stage/waitFor';
import { defineFault } from './fault';

const DESTROYED = 'gomon_aggregator_destroyed_messages_total';
const MISSING = 'gomon_aggregator_missing_messages_total';
const HOSTS = 20;

/**
 * Records vanish before they are read: first by retention while the database
 * is away, then with their topic. What is gone is counted, by offsets and by
 * the gaps in the numbers of agents, and everything else is stored.
 */
export const recordsDestroyed = defineFault(
  15,
  'the topic is deleted and made anew; offsets out of range: what is destroyed is counted and named',
  { hosts: HOSTS, env: { QUEUE_MAX_BYTES: '64Ki', FETCH_MAX_BYTES: '64Ki' } },
  async ({ stage, aggregator, note, repaired, count }) => {
    const { proxy } = stage.servers;
    await stage.untilAccepted();

    // Nothing is taken from Kafka while the little memory that there is waits for the database.
    proxy.behave(onImports({ kind: 'status', status: 503 }));
    await pause(15_000);
    await stage.fleet.stop();
    await truncate(stage);
    stage.fleet.ledger.destroyAll();
    proxy.behave({ kind: 'pass' });
    stage.fleet.start();
    await waitFor(
      'what retention took to be counted',
      async () =>
        (await metricOf(aggregator, DESTROYED, 'reason="retention"')) > 0,
    );
    await stage.untilAccepted();

    proxy.behave(onImports({ kind: 'status', status: 503 }));
    await pause(15_000);
    await stage.fleet.stop();
    await makeAnew(stage);
    stage.fleet.ledger.destroyAll();
    proxy.behave({ kind: 'pass' });
    repaired();
    stage.fleet.start();
    await waitFor(
      'what went with the topic to be counted',
      async () =>
        (await metricOf(aggregator, DESTROYED, 'reason="topic_recreated"')) > 0,
    );
    await pause(8_000);
    const missing = await waitFor('the gaps to be counted', async () => {
      const now = await metricOf(aggregator, MISSING);
      await pause(6_000);
      return now > 0 && now === (await metricOf(aggregator, MISSING)) && now;
    });
    note(
      `${await metricOf(
        aggregator,
        DESTROYED,
      )} destroyed by offsets, ${missing} missing by sequence`,
    );
    count(missing);
  },
);

async function truncate(stage: Stage): Promise<void> {
  const { admin } = stage.servers;
  const ends = await admin.fetchTopicOffsets(stage.topic);
  await admin.deleteTopicRecords({
    topic: stage.topic,
    partitions: ends.map(({ partition, high }) => ({
      partition,
      offset: high,
    })),
  });
}

async function makeAnew(stage: Stage): Promise<void> {
  const { admin } = stage.servers;
  await admin.deleteTopics({ topics: [stage.topic] });
  await waitFor('the topic to be made anew', async () => {
    await stage.createTopics();
    const ends = await admin.fetchTopicOffsets(stage.topic);
    return ends.every(({ high }) => high === '0');
  });
}
