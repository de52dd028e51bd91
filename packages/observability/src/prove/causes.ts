import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningStack, waitUntil } from '@gomon/dev-stack';
import { Kafka, logLevel } from 'kafkajs';
import { poison, sendUnfit } from './poison';

const TOPIC = 'metrics-v4';
const GROUP = 'metrics-group';
const AWAY_MS = 15_000;

/** Settings of a stack on which every cause has its effect soon: an outbox that is full at once, commits that do not wait. */
export const CAUSES_STACK = {
  agentIntervalMs: 1_000,
  env: { OUTBOX_MAX_MESSAGES: '5', DURABILITY_WINDOW_MS: '1000' },
};

/** Something done to real servers that fills a panel which is empty while all is well. */
export interface Cause {
  /** Such as `pipeline / Dead letters`. */
  panel: string;
  /** What is done, in words. */
  what: string;
  cause(stack: RunningStack): Promise<void>;
}

/** Faults that a stack can be put through within seconds. */
export const causes: Cause[] = [
  {
    panel: 'pipeline / Dead letters',
    what: 'a message that nobody can read',
    cause: ({ urls }) => poison(urls.kafka, TOPIC),
  },
  {
    panel: 'pipeline / Samples that are not stored',
    what: 'a message with a figure that is no number',
    cause: ({ urls }) => sendUnfit(urls.kafka, TOPIC),
  },
  {
    panel: 'pipeline / Imports tried again',
    what: 'VictoriaMetrics stopped, and started again',
    cause: ({ components }) => away(components['victoria-metrics']),
  },
  {
    panel: 'pipeline / Records destroyed in Kafka',
    what: 'records deleted in Kafka while the aggregator is away',
    cause: destroyRecords,
  },
  {
    panel: 'pipeline / Readings that agents gave up',
    what: 'Kafka stopped for longer than there is room in the outbox of the agent',
    cause: ({ components }) => away(components.kafka),
  },
];

async function away(
  component: RunningStack['components'][string],
): Promise<void> {
  await component.stop();
  await sleep(AWAY_MS);
  await component.start();
}

/** Deletes what is not read yet, as retention does that overtakes the aggregator. */
async function destroyRecords({
  components,
  urls,
}: RunningStack): Promise<void> {
  const kafka = new Kafka({
    brokers: urls.kafka.split(','),
    logLevel: logLevel.NOTHING,
  });
  const admin = kafka.admin();
  await admin.connect();
  const ends = () => admin.fetchTopicOffsets(TOPIC);
  const committed = async () => {
    const [topic] = await admin.fetchOffsets({
      groupId: GROUP,
      topics: [TOPIC],
    });
    return new Map(
      topic.partitions.map(own => [own.partition, Number(own.offset)]),
    );
  };
  try {
    await until('anything to be committed', async () =>
      [...(await committed()).values()].some(offset => offset > 0),
    );
    await components.aggregator.stop();
    const read = await committed();
    await until('something to wait in Kafka', async () =>
      (
        await ends()
      ).some(({ high, partition }) => {
        const offset = read.get(partition) ?? -1;
        return offset > 0 && Number(high) > offset + 1;
      }),
    );
    await admin.deleteTopicRecords({
      topic: TOPIC,
      partitions: (
        await ends()
      ).map(({ high, partition }) => ({
        partition,
        offset: high,
      })),
    });
    await components.aggregator.start();
  } finally {
    await admin.disconnect();
  }
}

async function until(what: string, look: () => Promise<boolean>) {
  const seen = await waitUntil(look, { withinMs: 120_000, everyMs: 1_000 });
  if (!seen) throw new Error(`Waited in vain for ${what}.`);
}
