import type { Scenario } from './scenario';

const AGGREGATOR = 'job="gomon-aggregator", instance="aggregator:2113"';
const DATABASE = 'job="victoria-metrics", instance="victoria-metrics"';
const PORTAL = 'job="gomon-portal", instance="portal:9464"';
const host = (metric: string, instance: string, labels = '') =>
  `${metric}{job="gomon", instance="${instance}"${labels}}`;
const told = (metric: string, labels = '') =>
  `gomon_aggregator_${metric}{${AGGREGATOR}${labels}}`;

/** What the aggregator writes for the logs pipeline. */
export const LOG_LINES = told('log_lines_total');

/** Something is counted once, and fires until the window has left it behind. */
const counted = (rule: string, series: string): Scenario => ({
  rule,
  series: { [series]: '0x30 5x60' },
  before: 29,
  during: 35,
  after: 55,
});

/** The same by a counter with a label: it is not there before. */
const cameToBe = (rule: string, series: string): Scenario => ({
  ...counted(rule, series),
  series: { [series]: '_x30 500x60' },
});

/** A gauge leaves zero for a while. */
const raised = (
  rule: string,
  series: string,
  values: string,
  during: number,
): Scenario => ({
  rule,
  series: { [series]: values },
  before: 30,
  during,
  after: 75,
});

/** Every rule firing, not firing and resolving. */
export const scenarios: Scenario[] = [
  {
    rule: 'GomonHostSilent',
    series: {
      [host('mem_usage_percent', 'a')]: '50x29 _x30 50x60',
      [host('mem_usage_percent', 'b')]: '50x120',
    },
    before: 33,
    during: 40,
    after: 65,
  },
  {
    rule: 'GomonFleetSilent',
    series: {
      [host('mem_usage_percent', 'a')]: '50x29 _x30 50x60',
      [host('mem_usage_percent', 'b')]: '50x29 _x30 50x60',
      [host('mem_usage_percent', 'c')]: '50x120',
    },
    before: 34,
    during: 42,
    after: 65,
  },
  {
    rule: 'GomonHostDiskFilling',
    series: {
      [host('disk_used_percent', 'a', ', mountpoint="/"')]:
        '50x359 50+0.1x240 40x480',
      [host('disk_used_percent', 'a', ', mountpoint="/var"')]: '90x1000',
    },
    before: 350,
    during: 580,
    after: 800,
  },
  {
    rule: 'GomonHostDiskFull',
    series: {
      [host('disk_used_percent', 'a', ', mountpoint="/"')]: '90x29 99x30 80x60',
    },
    before: 34,
    during: 40,
    after: 65,
  },
  {
    rule: 'GomonHostMemoryPressure',
    series: { [host('mem_usage_percent', 'a')]: '50x29 96x40 50x60' },
    before: 40,
    during: 60,
    after: 90,
  },
  cameToBe(
    'GomonReadingsDropped',
    'gomon_agent_dropped_total{job="gomon-agent", instance="a:2112", reason="outbox_full"}',
  ),
  counted('GomonReadingsMissing', told('missing_messages_total')),
  counted('GomonAgentNameless', told('nameless_messages_total')),
  {
    rule: 'GomonAggregatorDown',
    series: { [`up{${AGGREGATOR}}`]: '1x29 0x20 1x60' },
    before: 31,
    during: 40,
    after: 60,
  },
  {
    rule: 'GomonLagGrowing',
    series: {
      [told('lag_messages', ', partition="0"')]: '10x29 10+60x60 0x60',
    },
    before: 38,
    during: 70,
    after: 110,
  },
  {
    rule: 'GomonDelayOverBudget',
    series: {
      [told('delay_seconds_bucket', ', le="30"')]: '0+10x29 290x40 290+10x60',
      [told('delay_seconds_bucket', ', le="60"')]: '0+10x130',
      [told('delay_seconds_bucket', ', le="+Inf"')]: '0+10x130',
    },
    before: 35,
    during: 65,
    after: 100,
  },
  cameToBe(
    'GomonDeadLetters',
    told('dead_letters_total', ', reason="malformed"'),
  ),
  cameToBe(
    'GomonSamplesRejected',
    told('samples_rejected_total', ', reason="value_not_finite"'),
  ),
  cameToBe(
    'GomonRecordsDestroyed',
    told('destroyed_messages_total', ', reason="topic_recreated"'),
  ),
  cameToBe(
    'GomonLogLinesDropped',
    told('log_lines_dropped_total', ', reason="write_failed"'),
  ),
  {
    rule: 'GomonBrokerMissing',
    series: { [told('kafka_brokers')]: '3x29 2x30 3x60' },
    before: 31,
    during: 40,
    after: 65,
  },
  {
    rule: 'GomonKafkaUnreachable',
    series: {
      [told('kafka_brokers')]: '3x29 _x30 3x60',
      [told('kafka_leaderless_partitions')]: '0x29 _x30 0x60',
      [`up{${AGGREGATOR}}`]: '1x120',
    },
    before: 35,
    during: 42,
    after: 65,
  },
  raised(
    'GomonUnderReplicatedPartitions',
    told('kafka_under_replicated_partitions'),
    '0x30 3x30 0x60',
    50,
  ),
  raised(
    'GomonPartitionsWithoutLeader',
    told('kafka_leaderless_partitions'),
    '0x30 2x30 0x60',
    50,
  ),
  {
    rule: 'GomonAggregatorMemory',
    series: {
      [`gomon_memory_working_set_bytes{${AGGREGATOR}}`]: '300x29 500x20 300x60',
      [`gomon_memory_limit_bytes{${AGGREGATOR}}`]: '512x120',
    },
    before: 33,
    during: 40,
    after: 60,
  },
  raised(
    'GomonDatabaseReadOnly',
    `vm_storage_is_read_only{${DATABASE}}`,
    '0x30 1x30 0x60',
    40,
  ),
  {
    rule: 'GomonDatabaseFilling',
    series: {
      [`vm_free_disk_space_bytes{${DATABASE}}`]:
        '1000000x359 1000000-2000x240 2000000x480',
    },
    before: 350,
    during: 590,
    after: 800,
  },
  {
    rule: 'GomonDatabaseRestarting',
    series: {
      [`process_start_time_seconds{${DATABASE}}`]: '1x29 2x4 3x4 4x4 5x100',
    },
    before: 36,
    during: 60,
    after: 120,
  },
  {
    rule: 'GomonLogsBehind',
    series: {
      [LOG_LINES]: '0+100x130',
      [`gomon_logs_newest_document_timestamp_seconds{${PORTAL}, entity="resource:default/elasticsearch"}`]:
        '0+60x29 1740x40 4200+60x60',
      [`up{${PORTAL}}`]: '1x130',
    },
    before: 38,
    during: 50,
    after: 80,
  },
  {
    rule: 'GomonDatabaseRowsLost',
    series: {
      [`vm_rows_invalid_total{${DATABASE}, type="vmimport"}`]: '0x30 5x60',
      [`vm_rows_ignored_total{${DATABASE}, reason="big_timestamp"}`]: '0x90',
    },
    before: 29,
    during: 35,
    after: 55,
  },
];
