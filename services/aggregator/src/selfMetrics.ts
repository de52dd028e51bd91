import { Counter, Gauge, Histogram, Registry } from '@gomon/service-kit';
import type { ClusterState } from './consume/clusterWatch';
import { SequenceBook } from './sequence/sequenceBook';

/** Figures that are read when Prometheus asks. */
export interface Live {
  pendingMessages(): number;
  undurableMessages(): number;
  queuedBytes(): number;
  inFlightBatches(): number;
  openRuns(): number;
  partitions(): { partition: number; lag: number; uncommitted: number }[];
  commitAgeSeconds(): number | undefined;
  trackedAgents(): number;
  databaseInvalidRows(): number | undefined;
  databaseIgnoredRows(): number | undefined;
  /** Undefined while no broker answers. */
  kafka(): ClusterState | undefined;
}

const DELAY_BUCKETS = [
  0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60, 300, 900, 3600, 86400,
];
const REQUEST_BUCKETS = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120,
];

/** Everything that the aggregator tells about itself; the README's table follows this file. */
export function createSelfMetrics(registry: Registry) {
  const registers = [registry];
  const counter = <L extends string>(
    name: string,
    help: string,
    labelNames: L[] = [],
  ) =>
    new Counter({
      name: `gomon_aggregator_${name}`,
      help,
      labelNames,
      registers,
    });

  return {
    messages: counter(
      'messages_total',
      'Messages consumed from Kafka, those read again included.',
    ),
    messageBytes: counter(
      'message_bytes_total',
      'Bytes of the keys and values consumed.',
    ),
    samplesAccepted: counter(
      'samples_accepted_total',
      'Samples that VictoriaMetrics answered 2xx for, those sent again included.',
    ),
    samplesRejected: counter(
      'samples_rejected_total',
      'Samples of readable messages that are not stored.',
      ['reason'],
    ),
    deadLetters: counter(
      'dead_letters_total',
      'Messages written to the dead letters.',
      ['reason'],
    ),
    sequences: new SequenceBook({
      missing: counter(
        'missing_messages_total',
        'Messages that agents numbered and that never came.',
      ),
      duplicates: counter(
        'duplicate_messages_total',
        'Messages that producers delivered more than once.',
      ),
      hostMissing: counter(
        'host_missing_messages_total',
        'The same by host, for the first hundred hosts that miss or repeat any; then `others`.',
        ['host'],
      ),
      hostDuplicates: counter(
        'host_duplicate_messages_total',
        'Messages delivered more than once by host, bounded in the same way.',
        ['host'],
      ),
    }),
    nameless: counter(
      'nameless_messages_total',
      'Messages of agents that do not name their host.',
    ),
    destroyed: counter(
      'destroyed_messages_total',
      'Records that Kafka no longer had when they were to be read.',
      ['reason'],
    ),
    batches: counter('batches_total', 'Batches brought to their end.'),
    importRequests: counter(
      'import_requests_total',
      'Requests to VictoriaMetrics by how they ended.',
      ['result'],
    ),
    importBytes: counter(
      'import_bytes_total',
      'Bytes of import lines sent, before they were accepted or not.',
    ),
    importRetries: counter(
      'import_retries_total',
      'Requests that were tried again, by why.',
      ['reason'],
    ),
    importSeconds: new Histogram({
      name: 'gomon_aggregator_import_seconds',
      help: 'How long VictoriaMetrics took to answer.',
      buckets: REQUEST_BUCKETS,
      registers,
    }),
    delay: new Histogram({
      name: 'gomon_aggregator_delay_seconds',
      help: 'From the collection on the host to acceptance by VictoriaMetrics.',
      buckets: DELAY_BUCKETS,
      registers,
    }),
    lastAccepted: new Gauge({
      name: 'gomon_aggregator_last_accepted_timestamp_seconds',
      help: 'When samples were accepted last, Unix time.',
      registers,
    }),
    rewinds: counter(
      'rewinds_total',
      'Times that partitions went back to what is durable, to send again.',
      ['reason'],
    ),
    rebalances: counter(
      'rebalances_total',
      'Assignments of partitions by the group.',
    ),
    consumerRestarts: counter(
      'consumer_restarts_total',
      'Memberships in the group that broke off and were begun anew.',
    ),
    commits: counter('commits_total', 'Commits by how they ended.', ['result']),
    logLines: counter('log_lines_total', 'Lines written to the metric log.'),
    logLinesDropped: counter(
      'log_lines_dropped_total',
      'Lines of the metric log that could not be written.',
      ['reason'],
    ),
  };
}

/** The counters and histograms that are updated as things happen. */
export type SelfMetrics = ReturnType<typeof createSelfMetrics>;

/** Adds the gauges that are read when Prometheus asks. */
export function addLiveMetrics(registry: Registry, live: Live): void {
  const gauge = (name: string, help: string, read: () => number | undefined) =>
    new Gauge({
      name: `gomon_aggregator_${name}`,
      help,
      registers: [registry],
      collect() {
        const value = read();
        this.remove();
        if (value !== undefined) this.set(value);
      },
    });

  gauge(
    'pending_messages',
    'Messages fetched and not accepted yet.',
    live.pendingMessages,
  );
  gauge(
    'undurable_messages',
    'Messages accepted that wait for the durability window.',
    live.undurableMessages,
  );
  gauge(
    'queued_bytes',
    'Bytes of the messages that wait to be imported.',
    live.queuedBytes,
  );
  gauge(
    'batches_in_flight',
    'Batches on their way to VictoriaMetrics.',
    live.inFlightBatches,
  );
  gauge(
    'open_runs',
    'Runs of offsets that are not durable yet.',
    live.openRuns,
  );
  gauge(
    'commit_age_seconds',
    'Since the last commit, or since there was something to commit.',
    live.commitAgeSeconds,
  );
  gauge(
    'tracked_agents',
    'Agents whose sequence numbers are followed.',
    live.trackedAgents,
  );
  gauge(
    'database_invalid_rows',
    'Lines of imports that VictoriaMetrics skipped since it started, whoever sent them.',
    live.databaseInvalidRows,
  );
  gauge(
    'database_ignored_rows',
    'Samples that VictoriaMetrics dropped since it started, being too old or too far ahead.',
    live.databaseIgnoredRows,
  );
  gauge(
    'kafka_brokers',
    'Brokers of the Kafka cluster; absent while none answers.',
    () => live.kafka()?.brokers,
  );
  gauge(
    'kafka_under_replicated_partitions',
    'Partitions of topics that it may see of which a copy is behind or away.',
    () => live.kafka()?.underReplicated,
  );
  gauge(
    'kafka_leaderless_partitions',
    'Partitions of topics that it may see without a leader, 1 where Kafka tells no more than that there are any.',
    () => live.kafka()?.leaderless,
  );

  const perPartition = (
    name: string,
    help: string,
    read: (row: ReturnType<Live['partitions']>[number]) => number,
  ) =>
    new Gauge({
      name: `gomon_aggregator_${name}`,
      help,
      labelNames: ['partition'],
      registers: [registry],
      collect() {
        this.reset();
        for (const row of live.partitions()) {
          this.set({ partition: row.partition }, read(row));
        }
      },
    });
  perPartition(
    'lag_messages',
    'Messages in Kafka that are not accepted yet, by partition held.',
    row => row.lag,
  );
  perPartition(
    'uncommitted_messages',
    'Messages accepted and not committed yet, by partition held.',
    row => row.uncommitted,
  );
}
