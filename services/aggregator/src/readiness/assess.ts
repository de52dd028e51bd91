import { Dependency } from '@gomon/service-kit';
import { Attempt, describeAttempt, Verdict } from '../database/attempt';

/** Something that keeps the aggregator from doing its job. */
export interface Finding {
  readonly code: string;
  readonly dependency: Dependency;
  readonly sentence: string;
}

/** Trouble with an import that is being tried again. */
export interface ImportTrouble {
  readonly sinceMs: number;
  readonly verdict: Verdict | 'all-refused';
  readonly sentence: string;
}

/** What readiness is judged by. */
export interface Situation {
  readonly nowMs: number;
  readonly kafka: {
    readonly lastAnswerAtMs: number;
    readonly unassignedSinceMs: number | undefined;
    readonly crash:
      | { readonly code: string; readonly message: string }
      | undefined;
  };
  readonly watch: {
    readonly failure:
      | { sinceMs: number; attempt: Attempt | undefined; sentence: string }
      | undefined;
    readonly readOnly: boolean;
  };
  readonly importTrouble: ImportTrouble | undefined;
  readonly deadLetterTrouble:
    | { readonly sinceMs: number; readonly sentence: string }
    | undefined;
  readonly deadLetterTopic: string;
  /** Where the database is, without credentials. */
  readonly database: string;
  readonly queueFull: boolean;
}

// Shorter than the ten seconds within which a cause has to show, longer than a hiccup.
const PATIENCE_MS = 3_000;
const KAFKA_SILENCE_MS = 8_000;
const REBALANCE_PATIENCE_MS = 5_000;

/** Everything that keeps the aggregator from doing its job now, in sentences for an operator. */
export function assess(situation: Situation): Finding[] {
  return [
    ...assessKafka(situation),
    ...assessDatabase(situation),
    ...assessDeadLetters(situation),
  ];
}

function assessKafka({ kafka, nowMs }: Situation): Finding[] {
  const { lastAnswerAtMs, unassignedSinceMs, crash } = kafka;
  const silentMs = nowMs - lastAnswerAtMs;
  if (silentMs > KAFKA_SILENCE_MS) {
    return [
      {
        code: 'KAFKA_UNREACHABLE',
        dependency: 'kafka',
        sentence: `Kafka has not answered for ${seconds(silentMs)}${
          crash ? ` (${crash.message})` : ''
        }: messages wait there until it does.`,
      },
    ];
  }
  if (crash) {
    return [
      {
        code: crash.code,
        dependency: 'kafka',
        sentence: `The membership in the consumer group broke off (${crash.message}); it is begun anew.`,
      },
    ];
  }
  if (
    unassignedSinceMs !== undefined &&
    nowMs - unassignedSinceMs > REBALANCE_PATIENCE_MS
  ) {
    return [
      {
        code: 'KAFKA_NOT_ASSIGNED',
        dependency: 'kafka',
        sentence: `The consumer group has not assigned partitions for ${seconds(
          nowMs - unassignedSinceMs,
        )}.`,
      },
    ];
  }
  return [];
}

function assessDatabase(situation: Situation): Finding[] {
  const { watch, importTrouble, nowMs, database, queueFull } = situation;
  const failure =
    watch.failure && nowMs - watch.failure.sinceMs >= PATIENCE_MS
      ? watch.failure
      : undefined;
  const waiting = queueFull
    ? ' Memory for messages is used up, so fetching has paused; they wait in Kafka.'
    : ' Messages wait in Kafka.';
  const finding = (code: string, sentence: string): Finding[] => [
    { code, dependency: 'victoria-metrics', sentence: sentence + waiting },
  ];

  if (watch.readOnly) {
    return finding(
      'VICTORIA_METRICS_READ_ONLY',
      `VictoriaMetrics at ${database} has too little disk left and refuses writes.`,
    );
  }
  if (importTrouble?.verdict === 'unauthorised') {
    return finding(
      'VICTORIA_METRICS_UNAUTHORISED',
      `VictoriaMetrics at ${database} refuses our credentials (${importTrouble.sentence}).`,
    );
  }
  if (
    importTrouble?.verdict === 'misdirected' ||
    importTrouble?.verdict === 'all-refused'
  ) {
    return finding(
      'VICTORIA_METRICS_REFUSES',
      `VictoriaMetrics at ${database} refuses every import (${importTrouble.sentence}): check VICTORIA_METRICS_URL.`,
    );
  }
  if (failure) {
    return assessWatch(failure, finding, situation);
  }
  if (importTrouble && nowMs - importTrouble.sinceMs >= PATIENCE_MS) {
    return finding(
      'VICTORIA_METRICS_FAILING',
      `VictoriaMetrics at ${database} has not accepted an import for ${seconds(
        nowMs - importTrouble.sinceMs,
      )} (${importTrouble.sentence}).`,
    );
  }
  return [];
}

function assessWatch(
  failure: NonNullable<Situation['watch']['failure']>,
  finding: (code: string, sentence: string) => Finding[],
  { nowMs, database }: Situation,
): Finding[] {
  const { attempt } = failure;
  if (attempt && attempt.kind !== 'answered') {
    return finding(
      'VICTORIA_METRICS_UNREACHABLE',
      `VictoriaMetrics at ${database} has not been reachable for ${seconds(
        nowMs - failure.sinceMs,
      )} (${failure.sentence}).`,
    );
  }
  if (attempt?.status === 401 || attempt?.status === 403) {
    return finding(
      'VICTORIA_METRICS_UNAUTHORISED',
      `VictoriaMetrics at ${database} refuses our credentials for /metrics (${describeAttempt(
        attempt,
      )}).`,
    );
  }
  return finding(
    'DURABILITY_UNKNOWN',
    `/metrics of VictoriaMetrics at ${database} does not tell when it started (${failure.sentence}), so nothing can be proven durable.`,
  );
}

function assessDeadLetters({
  deadLetterTrouble,
  deadLetterTopic,
  nowMs,
}: Situation): Finding[] {
  if (!deadLetterTrouble || nowMs - deadLetterTrouble.sinceMs < PATIENCE_MS) {
    return [];
  }
  return [
    {
      code: 'DEAD_LETTERS_UNWRITABLE',
      dependency: 'kafka',
      sentence: `A message that can never be stored cannot be written to ${deadLetterTopic} either (${deadLetterTrouble.sentence}): its batch waits, so that it is not lost.`,
    },
  ];
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}
