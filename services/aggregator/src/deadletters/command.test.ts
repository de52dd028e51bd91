import { DEAD_LETTER_HEADERS, emptyMetric, encodeMetric } from '@gomon/wire';
import { KafkaMessage } from 'kafkajs';
import { openPartition } from '../consume/partitionState';
import { isChosen, parseRequest, toOriginal } from './command';
import { toDeadLetter } from './deadLetterRecord';
import { explainLetter, viewLetter } from './describeLetter';

const NOW = Date.UTC(2026, 0, 2);
const state = openPartition(4, 0, 0, {
  maxAgents: 1,
  maxOpenGaps: 1,
  graceMs: 1,
});
const original = {
  state,
  offset: 77,
  key: Buffer.from('web-1'),
  value: Buffer.from(
    encodeMetric({ ...emptyMetric(), hostname: 'web-1', timestamp: '1' }),
  ),
  headers: { host: Buffer.from('web-1'), trace: Buffer.from([0, 255]) },
  timestamp: '1795000000000',
};

function letter(offset: string, reason = 'timestamp_too_old'): KafkaMessage {
  const { key, value, headers, timestamp } = toDeadLetter(
    { message: original, reason, detail: 'Too old.' },
    'metrics-v4',
    NOW,
  );
  const asRead = Object.fromEntries(
    Object.entries(headers!).map(([name, one]) => [
      name,
      Buffer.from(one as Buffer),
    ]),
  );
  return {
    key: key as Buffer,
    value: value as Buffer,
    headers: asRead,
    timestamp: timestamp!,
    offset,
    attributes: 0,
  } as KafkaMessage;
}

describe('a dead letter', () => {
  it('says why it died and where it stood', () => {
    expect(viewLetter(letter('3'))).toMatchObject({
      offset: '3',
      reason: 'timestamp_too_old',
      topic: 'metrics-v4',
      partition: '4',
      originalOffset: '77',
      failedAt: '2026-01-02T00:00:00.000Z',
      host: 'web-1',
    });
  });

  it('is explained with what it says', () => {
    const text = explainLetter(letter('3'));
    expect(text).toContain('dead letter 3: timestamp_too_old');
    expect(text).toContain('"hostname":"web-1"');
  });

  it('becomes the original again, byte for byte and without our headers', () => {
    const { key, value, headers } = toOriginal(letter('3'));
    expect(key).toEqual(original.key);
    expect(value).toEqual(original.value);
    expect(headers).toEqual(original.headers);
    expect(Object.keys(headers)).not.toContain(DEAD_LETTER_HEADERS.reason);
  });
});

describe('dead-letters', () => {
  it('chooses by offset and by reason', () => {
    const request = parseRequest(['list', '3', '4', '--reason', 'empty'])!;
    expect(isChosen(letter('3', 'empty'), request)).toBe(true);
    expect(isChosen(letter('3'), request)).toBe(false);
    expect(isChosen(letter('5', 'empty'), request)).toBe(false);
  });

  it('chooses all when nothing is said', () => {
    expect(isChosen(letter('9'), parseRequest(['replay', '--dry-run'])!)).toBe(
      true,
    );
  });

  it.each([[[]], [['destroy']], [['list', 'x']], [['list', '--reason']]])(
    'does not guess at %j',
    args => {
      expect(parseRequest(args)).toBeUndefined();
    },
  );
});
