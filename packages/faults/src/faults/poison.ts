import { DEAD_LETTER_HEADERS } from '@gomon/wire';
import { KafkaMessage } from 'kafkajs';
import { readDeadLetters } from '../oracle/deadLetters';
import { metricOf } from '../stage/pages';
import { Stage } from '../stage/stage';
import { pause, waitFor } from '../stage/waitFor';
import { defineFault } from './fault';
import { untilNotReady, untilReady } from './readiness';

// Bytes of no schema; a message of another one (field 1 is a number); a cut-off one.
const POISON = [
  Buffer.from('not protobuf at all'),
  Buffer.from([0x08, 0x96, 0x01]),
  Buffer.from([0x0a, 0x7f, 0x61]),
];
const HEADERS = { host: 'poisoner', trace: Buffer.from([0, 255, 7]) };

export const poison = defineFault(
  11,
  'poison bytes and a message of another schema, while the dead-letter topic is down',
  {},
  async ({ stage, aggregator, note, repaired }) => {
    const { admin } = stage.servers;
    await admin.deleteTopics({ topics: [stage.deadLetters] });
    const offsets = await send(stage);
    note(await untilNotReady(aggregator, 'DEAD_LETTERS_UNWRITABLE'));
    await pause(3_000);
    await recreate(stage);
    repaired();
    note(await untilReady(aggregator));
    await waitFor(
      'the dead letters',
      async () =>
        (await metricOf(aggregator, 'gomon_aggregator_dead_letters_total')) >=
        POISON.length,
    );
    const letters = await readDeadLetters(
      stage.servers.client,
      stage.deadLetters,
    );
    POISON.forEach((value, i) => {
      const letter = letters.find(one => one.value?.equals(value));
      if (!letter) throw new Error(`poison ${i} is not byte for byte there`);
      check(letter, stage, offsets[i]);
    });
  },
);

async function send(stage: Stage): Promise<string[]> {
  const producer = stage.servers.client.producer();
  await producer.connect();
  const [{ baseOffset }] = await producer.send({
    topic: stage.topic,
    acks: -1,
    messages: POISON.map(value => ({
      partition: 0,
      key: Buffer.from([0, 1, 255]),
      value,
      headers: HEADERS,
    })),
  });
  await producer.disconnect();
  return POISON.map((_, i) => String(Number(baseOffset) + i));
}

function check(letter: KafkaMessage, stage: Stage, offset: string): void {
  const header = (name: string) => letter.headers?.[name]?.toString();
  const expected = {
    [DEAD_LETTER_HEADERS.topic]: stage.topic,
    [DEAD_LETTER_HEADERS.partition]: '0',
    [DEAD_LETTER_HEADERS.offset]: offset,
    host: 'poisoner',
  };
  for (const [name, value] of Object.entries(expected)) {
    if (header(name) !== value) {
      throw new Error(`header ${name} is ${header(name)}, not ${value}`);
    }
  }
  if (!header(DEAD_LETTER_HEADERS.reason))
    throw new Error('no reason is given');
  if (!letter.key?.equals(Buffer.from([0, 1, 255]))) {
    throw new Error('the key is not byte for byte there');
  }
  if (!HEADERS.trace.equals(letter.headers?.trace as Buffer)) {
    throw new Error('a header is not byte for byte there');
  }
}

// A topic that is being deleted keeps its name for a moment.
async function recreate(stage: Stage): Promise<void> {
  await waitFor('the dead-letter topic to be made anew', async () => {
    await stage.createTopics();
    return (await stage.servers.admin.listTopics()).includes(stage.deadLetters);
  });
}
