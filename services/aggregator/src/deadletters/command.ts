import {
  createKafkaClient,
  createLogger,
  crossCheckKafka,
  kafkaSettings,
  loadSettings,
  messageOf,
  OperationalError,
  optional,
  kinds,
} from '@gomon/service-kit';
import { DEAD_LETTER_HEADERS, deadLetterTopic } from '@gomon/wire';
import { CompressionTypes, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import { registerCodecs } from '../codecs/registerCodecs';
import { explainLetter, letterLine, viewLetter } from './describeLetter';
import { readTopic } from './readTopic';

const settings = {
  ...kafkaSettings,
  deadLetterTopic: optional(
    'DEAD_LETTER_TOPIC',
    kinds.text(),
    'Topic of the dead letters.',
  ),
};

/** How the command is used. */
export const DEAD_LETTERS_HELP = `Usage: gomon-aggregator dead-letters list|explain|replay [OFFSET ...] [--reason REASON] [--dry-run]

  list      one line for each dead letter
  explain   everything about those chosen: why they could not be stored, and what they say
  replay    send those chosen to their original topic again, byte for byte; the letters stay
            where they are, and carry on being listed until their topic's retention

  OFFSET           offsets of dead letters, as list shows them; without any, all of them
  --reason REASON  only letters of this reason
  --dry-run        with replay: say what would be sent, and send nothing

Kafka is reached by the same environment variables as ever (KAFKA_BROKERS, ...).
`;

/** What was asked for. */
export interface LetterRequest {
  readonly action: 'list' | 'explain' | 'replay';
  readonly offsets: ReadonlySet<string>;
  readonly reason: string | undefined;
  readonly dryRun: boolean;
}

/** Reads the arguments after `dead-letters`; undefined when they cannot be understood. */
export function parseRequest(
  args: readonly string[],
): LetterRequest | undefined {
  const [action, ...rest] = args;
  if (action !== 'list' && action !== 'explain' && action !== 'replay') {
    return undefined;
  }
  const offsets = new Set<string>();
  let reason: string | undefined;
  let dryRun = false;
  for (let i = 0; i < rest.length; i++) {
    if (rest[i] === '--dry-run') dryRun = true;
    else if (rest[i] === '--reason' && rest[i + 1]) reason = rest[++i];
    else if (/^\d+$/.test(rest[i])) offsets.add(rest[i]);
    else return undefined;
  }
  return { action, offsets, reason, dryRun };
}

/** Which letters are meant. */
export function isChosen(
  message: KafkaMessage,
  request: LetterRequest,
): boolean {
  const { offsets, reason } = request;
  return (
    (offsets.size === 0 || offsets.has(message.offset)) &&
    (reason === undefined || viewLetter(message).reason === reason)
  );
}

/** The record that the letter was before it died. */
export function toOriginal(message: KafkaMessage) {
  const own = new Set<string>(Object.values(DEAD_LETTER_HEADERS));
  const headers: IHeaders = {};
  for (const [name, value] of Object.entries(message.headers ?? {})) {
    if (!own.has(name)) headers[name] = value;
  }
  return { key: message.key, value: message.value, headers };
}

/** Runs `gomon-aggregator dead-letters`. @returns the exit code */
export async function runDeadLetters(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  print: (text: string) => void,
): Promise<number> {
  const request = parseRequest(args);
  if (!request) {
    print(DEAD_LETTERS_HELP);
    return args.includes('--help') ? 0 : 2;
  }
  try {
    const values = loadSettings(settings, environment, crossCheckKafka);
    registerCodecs();
    const kafka = createKafkaClient({
      settings: values,
      clientId: 'gomon-aggregator-dead-letters',
      logger: createLogger('gomon-aggregator', 'error'),
      retry: { retries: 2 },
    });
    const topic = values.deadLetterTopic ?? deadLetterTopic(values.topic);
    const letters = (await readTopic(kafka, topic)).filter(letter =>
      isChosen(letter, request),
    );
    await act(kafka, letters, request, print);
    return 0;
  } catch (error) {
    const advice = error instanceof OperationalError ? error.advice : '';
    print(`gomon-aggregator: ${messageOf(error)}\n${advice}`);
    return 1;
  }
}

async function act(
  kafka: Kafka,
  letters: KafkaMessage[],
  { action, dryRun }: LetterRequest,
  print: (text: string) => void,
): Promise<void> {
  if (action === 'explain') {
    letters.forEach(letter => print(explainLetter(letter)));
  } else if (action === 'list' || dryRun) {
    letters.forEach(letter => print(letterLine(viewLetter(letter))));
  } else {
    await replay(kafka, letters);
  }
  const done = action === 'replay' && !dryRun ? 'sent again' : 'in all';
  print(`${letters.length} ${done}`);
}

async function replay(kafka: Kafka, letters: KafkaMessage[]): Promise<void> {
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  try {
    for (const letter of letters) {
      const { topic } = viewLetter(letter);
      if (!topic) continue;
      await producer.send({
        topic,
        acks: -1,
        compression: CompressionTypes.GZIP,
        messages: [toOriginal(letter)],
      });
    }
  } finally {
    await producer.disconnect();
  }
}
