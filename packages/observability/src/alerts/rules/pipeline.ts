import { countedWithin } from '../../queries/counted';
import { delay } from '../../queries/pipeline';
import { aggregator } from '../../queries/selectors';
import type { AlertGroup } from '../alertRule';

const at = aggregator();
const increase = (metric: string, by = 'environment, reason') =>
  `sum by (${by}) (${countedWithin(`${metric}${at}`, '15m')})`;
const brokers = `max by (environment) (gomon_aggregator_kafka_brokers${at})`;
const leaderless = `max by (environment) (gomon_aggregator_kafka_leaderless_partitions${at})`;
/** The most that were seen at once within a day. */
const expectedBrokers = `max by (environment) (max_over_time(gomon_aggregator_kafka_brokers${at}[1d]))`;

/** Kafka and the aggregator. */
export const pipelineRules: AlertGroup = {
  name: 'gomon-pipeline',
  interval: '30s',
  rules: [
    {
      name: 'GomonAggregatorDown',
      title: 'Aggregator does not answer',
      component: 'gomon-aggregator',
      severity: 'critical',
      expr: `sum(up${at}) or vector(0)`,
      fires: { below: 1 },
      for: '3m',
      summary: 'No aggregator answers.',
      format: 'number',
      meaning:
        'No sample reaches the database. Kafka keeps the messages for three days: nothing is lost before.',
      action: 'Start the aggregator again.',
    },
    {
      name: 'GomonLagGrowing',
      title: 'Lag grows',
      component: 'gomon-aggregator',
      severity: 'warning',
      expr: `sum by (environment) (deriv(gomon_aggregator_lag_messages${at}[10m]))`,
      fires: { above: 0.5 },
      for: '10m',
      summary: 'The lag grows by {value} messages/s.',
      format: 'number',
      meaning:
        'More comes than is stored. What is shown gets older and older; nothing is lost while Kafka keeps it.',
      action: 'See whether the database is slow; if not, add an aggregator.',
    },
    {
      name: 'GomonDelayOverBudget',
      title: 'Delay over budget',
      component: 'gomon-aggregator',
      severity: 'warning',
      expr: delay(0.95, '5m'),
      fires: { above: 30 },
      // Brokers that are started anew one after another hold messages up for ten minutes, and that is no fault.
      for: '15m',
      summary:
        'A twentieth of the messages take longer than {value} from the host to the database.',
      format: 'seconds',
      meaning:
        'What dashboards and alerts see is older than an interval. After an outage this is how the backlog is worked off.',
      action: 'See what waits: lag, slow imports, or hosts that send late.',
    },
    {
      name: 'GomonDeadLetters',
      title: 'Messages in the dead letters',
      component: 'gomon-aggregator',
      severity: 'warning',
      expr: increase('gomon_aggregator_dead_letters_total'),
      fires: { above: 0 },
      for: '0s',
      summary: 'Messages that went to the dead letters ({reason}): {value}.',
      format: 'number',
      meaning:
        'They can never be stored as they are. They wait, byte for byte, for four weeks.',
      action: 'List them and see where they come from.',
    },
    {
      name: 'GomonSamplesRejected',
      title: 'Samples not stored',
      component: 'gomon-aggregator',
      severity: 'warning',
      expr: increase('gomon_aggregator_samples_rejected_total'),
      fires: { above: 0 },
      for: '0s',
      summary:
        'Samples of readable messages that were refused ({reason}): {value}.',
      format: 'number',
      meaning:
        'The rest of each message is stored. A figure that is no number was read wrong; too_many_series means that a host names new disks or interfaces all the time.',
      action:
        'Find the host by what VictoriaMetrics lacks, or has too much, of it.',
    },
    {
      name: 'GomonRecordsDestroyed',
      title: 'Records destroyed in Kafka',
      component: 'kafka',
      severity: 'critical',
      expr: increase('gomon_aggregator_destroyed_messages_total'),
      fires: { above: 0 },
      for: '0s',
      summary:
        'Records that Kafka no longer had when they were to be read ({reason}): {value}.',
      format: 'number',
      meaning:
        'They are lost: the topic was deleted, or its retention overtook the aggregator.',
      action:
        'See since when the aggregator is behind, and what retention the topic has.',
    },
    {
      name: 'GomonBrokerMissing',
      title: 'Broker missing',
      component: 'kafka',
      severity: 'warning',
      expr: `${expectedBrokers} - ${brokers}`,
      fires: { above: 0 },
      for: '2m',
      summary: 'Brokers missing of those seen within a day: {value}.',
      format: 'number',
      meaning:
        'With one of three gone everything goes on, without a spare. With two gone nothing is written; agents keep their readings.',
      action: 'Start the missing broker.',
    },
    {
      name: 'GomonKafkaUnreachable',
      title: 'No broker answers',
      component: 'kafka',
      severity: 'critical',
      // While Kafka answers at all, the aggregator tells how many partitions lack a leader. One that is away tells nothing.
      expr: `(${expectedBrokers} unless on (environment) (${leaderless})) and on (environment) (sum by (environment) (up${at}) > 0)`,
      fires: { above: 0 },
      for: '2m',
      summary: 'No broker answers the aggregator; seen within a day: {value}.',
      format: 'number',
      meaning:
        'Nothing is carried. Agents keep their readings, as long as their outboxes have room.',
      action: 'Start the brokers.',
    },
    {
      name: 'GomonUnderReplicatedPartitions',
      title: 'Partitions under-replicated',
      component: 'kafka',
      severity: 'warning',
      expr: `max by (environment) (gomon_aggregator_kafka_under_replicated_partitions${at})`,
      fires: { above: 0 },
      for: '5m',
      summary: 'Partitions with a copy that is behind or away: {value}.',
      format: 'number',
      meaning:
        'Nothing is lost yet; one more failure may stop writing. During a restart of a broker this passes by itself.',
      action: 'See which broker is not in sync.',
    },
    {
      name: 'GomonPartitionsWithoutLeader',
      title: 'Partitions without a leader',
      component: 'kafka',
      severity: 'critical',
      expr: leaderless,
      fires: { above: 0 },
      for: '1m',
      summary: 'Partitions without a leader: {value}.',
      format: 'number',
      meaning:
        'Nothing can be written to or read from them. Agents keep their readings.',
      action: 'Bring the brokers that hold them back.',
    },
    {
      name: 'GomonAggregatorMemory',
      title: 'Aggregator near its memory limit',
      component: 'gomon-aggregator',
      severity: 'warning',
      expr: `gomon_memory_working_set_bytes${at} / gomon_memory_limit_bytes${at}`,
      fires: { above: 0.9 },
      for: '5m',
      summary: '{instance} uses {value} of its memory limit.',
      format: 'share',
      meaning:
        'At the limit it is killed and starts again from its last commit; nothing is lost.',
      action: 'See what it holds: queued bytes, tracked agents.',
    },
    {
      name: 'GomonLogLinesDropped',
      title: 'Log lines dropped',
      component: 'gomon-aggregator',
      severity: 'warning',
      expr: increase('gomon_aggregator_log_lines_dropped_total'),
      fires: { above: 0 },
      for: '0s',
      summary:
        'Lines of the metric log that could not be written ({reason}): {value}.',
      format: 'number',
      meaning: 'The logs pipeline misses them. No sample is lost by it.',
      action: 'See whether the disk of the log file is full.',
    },
  ],
};
