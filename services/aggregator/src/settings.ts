import {
  crossCheckKafka,
  kafkaSettings,
  kinds,
  optional,
  required,
  secret,
  serviceSettings,
  traceSettings,
  ValuesOf,
  withDefault,
} from '@gomon/service-kit';
import { deadLetterTopic, DEFAULT_GROUP_ID } from '@gomon/wire';
import { databaseAddresses } from './database/addresses';
import { describeLogShare, parseLogShare } from './metriclog/share';

const MEBIBYTE = 1024 * 1024;
const GIBIBYTE = 1024 * MEBIBYTE;

const topicName = () =>
  kinds.text().regex(/^[a-zA-Z0-9._-]{1,249}$/, 'is not a name of a topic');

const logShare = () =>
  kinds
    .text()
    .refine(
      value => parseLogShare(value) !== undefined,
      'must be all, none, 1/N or N/s',
    )
    .transform(value => parseLogShare(value)!);

/** Where the metric log goes when nothing is said. */
export const DEFAULT_LOG_FILE = '/var/log/aggregator.log';

/** Everything that the aggregator can be told, by the environment. */
export const aggregatorSettings = {
  ...kafkaSettings,
  groupId: withDefault(
    'KAFKA_GROUP_ID',
    kinds.text(),
    DEFAULT_GROUP_ID,
    'Consumer group whose commits say what is durable.',
  ),
  sessionTimeoutMs: withDefault(
    'KAFKA_SESSION_TIMEOUT_MS',
    kinds.integer(6_000, 300_000),
    '30000',
    'After how long without a sign of life the group gives the partitions of this process to others.',
  ),
  deadLetterTopic: optional(
    'DEAD_LETTER_TOPIC',
    topicName(),
    `Topic of messages that can never be stored. Unset: the topic's name and .dlq (${deadLetterTopic(
      'metrics-v4',
    )}).`,
  ),
  victoriaMetricsUrl: required(
    'VICTORIA_METRICS_URL',
    kinds.url(),
    'Where samples are stored: the base URL of VictoriaMetrics, or the full import URL.',
  ),
  storageUrls: optional(
    'VICTORIA_METRICS_STORAGE_URLS',
    kinds.list(),
    'In a cluster: the base URLs of all vmstorage nodes, separated by commas. They are watched for restarts. Unset: VictoriaMetrics itself is.',
  ),
  username: optional(
    'VICTORIA_METRICS_USERNAME',
    kinds.text(),
    'User for basic authentication.',
  ),
  password: secret(
    'VICTORIA_METRICS_PASSWORD',
    'Password for basic authentication. A file is read again when it changes.',
  ),
  bearerToken: secret(
    'VICTORIA_METRICS_BEARER_TOKEN',
    'Token for bearer authentication. A file is read again when it changes.',
  ),
  tlsCa: secret(
    'VICTORIA_METRICS_TLS_CA',
    "Certificates (PEM) of the authorities that the server's is signed by; unset: those that Node knows.",
  ),
  tlsCert: secret('VICTORIA_METRICS_TLS_CERT', 'Client certificate (PEM).'),
  tlsKey: secret(
    'VICTORIA_METRICS_TLS_KEY',
    "The client certificate's key (PEM).",
  ),
  environmentLabel: optional(
    'METRICS_ENVIRONMENT',
    kinds.text(),
    'Value of a label `environment` on every series. Unset: no such label.',
  ),
  durabilityWindowMs: withDefault(
    'DURABILITY_WINDOW_MS',
    kinds.integer(0, 600_000),
    '30000',
    'How long commits trail acceptance. Must outlast the time for which VictoriaMetrics keeps samples in memory alone. 0 commits at once and loses samples when it is killed: for experiments only.',
  ),
  commitIntervalMs: withDefault(
    'COMMIT_INTERVAL_MS',
    kinds.integer(100, 5_000),
    '2000',
    'How often offsets are committed while they move.',
  ),
  lingerMs: withDefault(
    'BATCH_LINGER_MS',
    kinds.integer(0, 60_000),
    '250',
    'How long the first message of a batch waits for others.',
  ),
  batchMaxMessages: withDefault(
    'BATCH_MAX_MESSAGES',
    kinds.integer(1, 100_000),
    '1000',
    'Most messages in one batch.',
  ),
  batchMaxBytes: withDefault(
    'BATCH_MAX_BYTES',
    kinds.bytes(1024, 64 * MEBIBYTE),
    '1Mi',
    'Most bytes in one batch, as the messages take in memory.',
  ),
  importMaxSamples: withDefault(
    'IMPORT_MAX_SAMPLES',
    kinds.integer(1, 1_000_000),
    '20000',
    'Most samples in one request to VictoriaMetrics, but for a single message that has more.',
  ),
  importConcurrency: withDefault(
    'IMPORT_CONCURRENCY',
    kinds.integer(1, 64),
    '2',
    'Batches on their way to VictoriaMetrics at once.',
  ),
  importTimeoutMs: withDefault(
    'IMPORT_TIMEOUT_MS',
    kinds.integer(100, 600_000),
    '10000',
    'How long one request may take. Doubles after each timeout, up to IMPORT_TIMEOUT_MAX_MS.',
  ),
  importTimeoutMaxMs: withDefault(
    'IMPORT_TIMEOUT_MAX_MS',
    kinds.integer(100, 3_600_000),
    '120000',
    'The longest that one request may ever take.',
  ),
  queueMaxBytes: withDefault(
    'QUEUE_MAX_BYTES',
    kinds.bytes(1024, 4 * GIBIBYTE),
    '16Mi',
    'Fetched messages that may wait in memory. Fetching pauses above.',
  ),
  fetchMaxBytes: withDefault(
    'FETCH_MAX_BYTES',
    kinds.bytes(1024, GIBIBYTE),
    '4Mi',
    'Most bytes that one fetch from one broker may bring.',
  ),
  sequenceMaxAgents: withDefault(
    'SEQUENCE_MAX_AGENTS',
    kinds.integer(1, 10_000_000),
    '200000',
    'Agents of one partition whose sequence numbers are followed at once.',
  ),
  sequenceGraceMs: withDefault(
    'SEQUENCE_GRACE_MS',
    kinds.integer(0, 3_600_000),
    '120000',
    'How long a gap in the numbers of an agent may still be filled before it counts as missing messages.',
  ),
  logFile: withDefault(
    'LOG_FILE',
    kinds.path(),
    DEFAULT_LOG_FILE,
    'The metric log, for Filebeat and Logstash.',
  ),
  logShare: withDefault(
    'LOG_SAMPLES',
    logShare(),
    '50/s',
    'Which samples are written to the metric log: all, none, every N-th as 1/N, or at most N lines a second as N/s.',
  ),
  logMaxBytes: withDefault(
    'LOG_MAX_BYTES',
    kinds.bytes(1024, 64 * GIBIBYTE),
    '10Mi',
    'Size at which the metric log rotates.',
  ),
  logKeep: withDefault(
    'LOG_KEEP',
    kinds.integer(0, 1_000),
    '5',
    'Rotated files that are kept.',
  ),
  ...serviceSettings(2113),
  ...traceSettings,
};

/** Values of {@link aggregatorSettings}. */
export type AggregatorValues = ValuesOf<typeof aggregatorSettings>;

/** What must hold between the settings. */
export function crossCheckAggregator(values: AggregatorValues): string[] {
  const problems = crossCheckKafka(values);
  try {
    databaseAddresses(values.victoriaMetricsUrl, values.storageUrls);
  } catch (error) {
    problems.push(`VICTORIA_METRICS_URL: ${(error as Error).message}`);
  }
  if (Boolean(values.username) !== Boolean(values.password)) {
    problems.push(
      'VICTORIA_METRICS_USERNAME and VICTORIA_METRICS_PASSWORD belong together: set both or none',
    );
  }
  if (values.username && values.bearerToken) {
    problems.push(
      'VICTORIA_METRICS_USERNAME and VICTORIA_METRICS_BEARER_TOKEN are both set: give one',
    );
  }
  if (Boolean(values.tlsCert) !== Boolean(values.tlsKey)) {
    problems.push(
      'VICTORIA_METRICS_TLS_CERT and VICTORIA_METRICS_TLS_KEY belong together: set both or none',
    );
  }
  if (values.importTimeoutMaxMs < values.importTimeoutMs) {
    problems.push('IMPORT_TIMEOUT_MAX_MS must not be below IMPORT_TIMEOUT_MS');
  }
  if (values.deadLetterTopic === values.topic) {
    problems.push('DEAD_LETTER_TOPIC must not be KAFKA_TOPIC');
  }
  return problems;
}

/** One line about what counts, for the log at start. */
export function summarize(values: AggregatorValues): Record<string, unknown> {
  return {
    brokers: values.brokers.join(','),
    topic: values.topic,
    groupId: values.groupId,
    database: new URL(values.victoriaMetricsUrl).host,
    durabilityWindowMs: values.durabilityWindowMs,
    logFile: values.logFile,
    logSamples: describeLogShare(values.logShare),
  };
}
