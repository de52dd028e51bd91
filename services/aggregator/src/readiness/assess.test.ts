import { assess, Situation } from './assess';

const NOW = 1_000_000;

function situation(changes: Partial<Situation> = {}): Situation {
  return {
    nowMs: NOW,
    kafka: {
      lastAnswerAtMs: NOW - 100,
      unassignedSinceMs: undefined,
      crash: undefined,
    },
    watch: { failure: undefined, readOnly: false },
    importTrouble: undefined,
    deadLetterTrouble: undefined,
    deadLetterTopic: 'metrics-v4.dlq',
    database: 'vm:8428',
    queueFull: false,
    ...changes,
  };
}

const codes = (changes: Partial<Situation>) =>
  assess(situation(changes)).map(({ code }) => code);

const kafka = (changes: Partial<Situation['kafka']>) => ({
  kafka: { ...situation().kafka, ...changes },
});

describe('assess', () => {
  it('finds nothing when everything answers', () => {
    expect(codes({})).toEqual([]);
  });

  it('bears a hiccup of each part', () => {
    expect(
      codes({
        ...kafka({
          lastAnswerAtMs: NOW - 7_000,
          unassignedSinceMs: NOW - 4_000,
        }),
        watch: {
          failure: {
            sinceMs: NOW - 2_000,
            attempt: { kind: 'timeout', afterMs: 1 },
            sentence: '',
          },
          readOnly: false,
        },
        importTrouble: { sinceMs: NOW - 2_000, verdict: 'retry', sentence: '' },
        deadLetterTrouble: { sinceMs: NOW - 2_000, sentence: '' },
      }),
    ).toEqual([]);
  });

  it.each<[string, Partial<Situation>]>([
    ['KAFKA_UNREACHABLE', kafka({ lastAnswerAtMs: NOW - 9_000 })],
    [
      'KAFKA_TOPIC_MISSING',
      kafka({ crash: { code: 'KAFKA_TOPIC_MISSING', message: 'no topic' } }),
    ],
    ['KAFKA_NOT_ASSIGNED', kafka({ unassignedSinceMs: NOW - 6_000 })],
    [
      'VICTORIA_METRICS_READ_ONLY',
      { watch: { failure: undefined, readOnly: true } },
    ],
    [
      'VICTORIA_METRICS_UNAUTHORISED',
      {
        importTrouble: {
          sinceMs: NOW,
          verdict: 'unauthorised',
          sentence: 'HTTP 401',
        },
      },
    ],
    [
      'VICTORIA_METRICS_REFUSES',
      {
        importTrouble: {
          sinceMs: NOW,
          verdict: 'misdirected',
          sentence: 'HTTP 404',
        },
      },
    ],
    [
      'VICTORIA_METRICS_REFUSES',
      {
        importTrouble: {
          sinceMs: NOW,
          verdict: 'all-refused',
          sentence: 'HTTP 400',
        },
      },
    ],
    [
      'VICTORIA_METRICS_FAILING',
      {
        importTrouble: {
          sinceMs: NOW - 4_000,
          verdict: 'retry',
          sentence: 'HTTP 503',
        },
      },
    ],
    [
      'VICTORIA_METRICS_UNREACHABLE',
      {
        watch: {
          readOnly: false,
          failure: {
            sinceMs: NOW - 4_000,
            attempt: { kind: 'failed', code: 'ECONNREFUSED', message: '' },
            sentence: 'refused',
          },
        },
      },
    ],
    [
      'VICTORIA_METRICS_UNAUTHORISED',
      {
        watch: {
          readOnly: false,
          failure: {
            sinceMs: NOW - 4_000,
            attempt: { kind: 'answered', status: 401, body: '' },
            sentence: '',
          },
        },
      },
    ],
    [
      'DURABILITY_UNKNOWN',
      {
        watch: {
          readOnly: false,
          failure: {
            sinceMs: NOW - 4_000,
            attempt: undefined,
            sentence: 'no start',
          },
        },
      },
    ],
    [
      'DEAD_LETTERS_UNWRITABLE',
      { deadLetterTrouble: { sinceMs: NOW - 4_000, sentence: 'down' } },
    ],
  ])('names %s', (code, changes) => {
    expect(codes(changes)).toEqual([code]);
  });

  it('says what waits, and where', () => {
    const [finding] = assess(
      situation({
        queueFull: true,
        importTrouble: {
          sinceMs: NOW - 4_000,
          verdict: 'retry',
          sentence: 'HTTP 503: disk full',
        },
      }),
    );
    expect(finding.sentence).toBe(
      'VictoriaMetrics at vm:8428 has not accepted an import for 4 s (HTTP 503: disk full). Memory for messages is used up, so fetching has paused; they wait in Kafka.',
    );
  });

  it('names Kafka and the database at once when both fail', () => {
    expect(
      codes({
        ...kafka({ lastAnswerAtMs: NOW - 9_000 }),
        importTrouble: { sinceMs: NOW - 4_000, verdict: 'retry', sentence: '' },
      }),
    ).toEqual(['KAFKA_UNREACHABLE', 'VICTORIA_METRICS_FAILING']);
  });
});
