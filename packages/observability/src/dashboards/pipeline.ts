import { dashboard } from '../grafana/dashboard';
import {
  falling,
  rising,
  ZERO_IS_GOOD,
  type PanelSpec,
} from '../grafana/panel';
import { stat } from '../grafana/stat';
import { timeSeries } from '../grafana/timeSeries';
import { environmentVariable } from '../grafana/variables';
import { countedWithin } from '../queries/counted';
import { logLinesWaiting, newestLogAge } from '../queries/logs';
import { delay, secondsBehind } from '../queries/pipeline';
import {
  agents,
  aggregator,
  CHOSEN_ENVIRONMENT,
  database,
} from '../queries/selectors';

const at = aggregator(CHOSEN_ENVIRONMENT);
const db = database(CHOSEN_ENVIRONMENT);
const fleet = agents(CHOSEN_ENVIRONMENT);
const RATE = '$__rate_interval';
const SERVICES = `{job=~"gomon-aggregator|gomon-agent|victoria-metrics", ${CHOSEN_ENVIRONMENT}}`;

const figure = (
  spec: Omit<PanelSpec, 'width' | 'height' | 'queries'> & { expr: string },
) => stat({ ...spec, queries: [{ expr: spec.expr }], width: 4, height: 4 });

const curve = (spec: Omit<PanelSpec, 'width' | 'height'>) =>
  timeSeries({ min: 0, ...spec, width: 8, height: 8 });

const perSecond = (metric: string) => `sum(rate(${metric}${at}[${RATE}]))`;
const lostBy = (metric: string, selector = at) =>
  `sum by (reason) (${countedWithin(`${metric}${selector}`, RATE)})`;

/** From the agents to the database: delay, lag, loss, and what it costs. */
export const pipeline = dashboard({
  uid: 'gomon-pipeline',
  title: 'gomon: metrics pipeline',
  description:
    'From the agents through Kafka and the aggregator into VictoriaMetrics: delay, lag, loss, and what it costs.',
  variables: [environmentVariable],
  portal: [
    { title: 'Aggregator', entity: 'default/component/gomon-aggregator' },
    { title: 'Kafka', entity: 'default/resource/kafka' },
    { title: 'VictoriaMetrics', entity: 'default/resource/victoria-metrics' },
    { title: 'Elasticsearch', entity: 'default/resource/elasticsearch' },
  ],
  from: 'now-3h',
  sections: [
    {
      title: 'Now',
      panels: [
        figure({
          title: 'Delay',
          description:
            'From collection on the host to acceptance by the database: 99 % of the messages of five minutes are quicker.',
          unit: 's',
          thresholds: rising(10, 30),
          expr: `max(${delay(0.99, '5m', CHOSEN_ENVIRONMENT)})`,
        }),
        figure({
          title: 'Behind',
          description:
            'How long the aggregator needs for what waits in Kafka, at its pace of the last five minutes.',
          unit: 's',
          thresholds: rising(30, 120),
          expr: `max(${secondsBehind('5m', CHOSEN_ENVIRONMENT)})`,
        }),
        figure({
          title: 'Samples stored',
          description: 'Samples a second that VictoriaMetrics accepted.',
          unit: 'cps',
          expr: `sum(rate(gomon_aggregator_samples_accepted_total${at}[5m]))`,
        }),
        figure({
          title: 'Readings lost in a day',
          description:
            'Readings that agents numbered and that never came, and records that Kafka no longer had.',
          unit: 'short',
          thresholds: ZERO_IS_GOOD,
          expr: `sum(increase(gomon_aggregator_missing_messages_total${at}[1d])) + (sum(increase(gomon_aggregator_destroyed_messages_total${at}[1d])) or vector(0))`,
        }),
        figure({
          title: 'Dead letters in a day',
          description:
            'Messages that can never be stored; they wait in metrics-v4.dlq with the reason.',
          unit: 'short',
          thresholds: ZERO_IS_GOOD,
          expr: `sum(increase(gomon_aggregator_dead_letters_total${at}[1d])) or vector(0)`,
        }),
        figure({
          title: 'Database takes writes',
          description:
            '1 while VictoriaMetrics takes writes, 0 when it turned read-only for want of disk.',
          unit: 'short',
          thresholds: falling(1, 1),
          expr: `1 - max(vm_storage_is_read_only${db})`,
        }),
      ],
    },
    {
      title: 'Flow',
      panels: [
        curve({
          title: 'Delay from collection to stored',
          description:
            'The whole way. Rises with the lag, with slow imports, and with hosts whose clock is behind.',
          unit: 's',
          thresholds: rising(10, 30),
          queries: [0.5, 0.95, 0.99].map(quantile => ({
            expr: `max(${delay(quantile, RATE, CHOSEN_ENVIRONMENT)})`,
            legend: `${quantile * 100} % are below`,
          })),
        }),
        curve({
          title: 'Lag by partition',
          description:
            'Messages in Kafka that are not accepted yet. What only waits for the durability window is not counted.',
          unit: 'short',
          queries: [
            {
              expr: `max by (partition) (gomon_aggregator_lag_messages${at})`,
              legend: 'partition {{partition}}',
            },
          ],
        }),
        curve({
          title: 'Seconds behind',
          description:
            'The lag at the pace of the last five minutes. A line that rises does not come back by itself.',
          unit: 's',
          thresholds: rising(30, 120),
          queries: [
            {
              expr: secondsBehind('5m', CHOSEN_ENVIRONMENT),
              legend: 'behind {{environment}}',
            },
          ],
        }),
        curve({
          title: 'Messages',
          description: 'Consumed from Kafka, those read again included.',
          unit: 'cps',
          queries: [
            {
              expr: perSecond('gomon_aggregator_messages_total'),
              legend: 'consumed',
            },
          ],
        }),
        curve({
          title: 'Samples in and out',
          description:
            'Accepted by the database, and stored in it. The difference is what others write there, or what was written twice.',
          unit: 'cps',
          queries: [
            {
              expr: perSecond('gomon_aggregator_samples_accepted_total'),
              legend: 'accepted',
            },
            {
              expr: `sum(rate(vm_rows_inserted_total{job="victoria-metrics", type="vmimport", ${CHOSEN_ENVIRONMENT}}[${RATE}]))`,
              legend: 'imported by the database',
            },
          ],
        }),
        curve({
          title: 'Waiting for durability',
          description:
            'Messages that are stored and not committed yet: sent again if the database is killed now.',
          unit: 'short',
          queries: [
            {
              expr: `sum(gomon_aggregator_undurable_messages${at})`,
              legend: 'accepted, not durable',
            },
            {
              expr: `sum(gomon_aggregator_uncommitted_messages${at})`,
              legend: 'accepted, not committed',
            },
          ],
        }),
      ],
    },
    {
      title: 'Loss',
      panels: [
        curve({
          title: 'Dead letters',
          description: 'By reason. They can be read and sent again.',
          unit: 'short',
          noValue: 'None',
          queries: [
            {
              expr: lostBy('gomon_aggregator_dead_letters_total'),
              legend: '{{reason}}',
            },
          ],
        }),
        curve({
          title: 'Samples that are not stored',
          description:
            'Samples of readable messages that were refused, by reason: a figure that is no number, or too many series of one host.',
          unit: 'short',
          noValue: 'None',
          queries: [
            {
              expr: lostBy('gomon_aggregator_samples_rejected_total'),
              legend: '{{reason}}',
            },
          ],
        }),
        curve({
          title: 'Readings that agents gave up',
          description:
            'Dropped by the agents themselves, by reason: Kafka was away for longer than there was room.',
          unit: 'short',
          noValue: 'None',
          queries: [
            {
              expr: lostBy('gomon_agent_dropped_total', fleet),
              legend: '{{reason}}',
            },
          ],
        }),
        curve({
          title: 'Missing and repeated',
          description:
            'By the numbers that agents give their messages. Repeats are harmless: they are stored once.',
          unit: 'short',
          queries: [
            {
              expr: `sum(increase(gomon_aggregator_missing_messages_total${at}[${RATE}]))`,
              legend: 'missing',
            },
            {
              expr: `sum(increase(gomon_aggregator_duplicate_messages_total${at}[${RATE}]))`,
              legend: 'repeated',
            },
            {
              expr: `sum(increase(gomon_aggregator_nameless_messages_total${at}[${RATE}]))`,
              legend: 'without a name',
            },
          ],
        }),
        curve({
          title: 'Records destroyed in Kafka',
          description:
            'Retention overtook reading, or the topic was deleted, by reason.',
          unit: 'short',
          noValue: 'None',
          queries: [
            {
              expr: lostBy('gomon_aggregator_destroyed_messages_total'),
              legend: '{{reason}}',
            },
          ],
        }),
      ],
    },
    {
      title: 'Logs',
      panels: [
        curve({
          title: 'Newest log document',
          description:
            'How long ago the newest line in Elasticsearch was read from its file, as the portal sees it. Absent without a logs pipeline.',
          unit: 's',
          thresholds: rising(60, 300),
          noValue: 'No logs pipeline',
          queries: [
            { expr: newestLogAge(CHOSEN_ENVIRONMENT), legend: '{{entity}}' },
          ],
        }),
        curve({
          title: 'Log lines waiting',
          description:
            'Lines that Filebeat read and that Logstash has not acknowledged. A line that rises: what comes after Filebeat stands still.',
          unit: 'short',
          noValue: 'No logs pipeline',
          queries: [
            {
              expr: logLinesWaiting(CHOSEN_ENVIRONMENT),
              legend: '{{entity}}',
            },
          ],
        }),
        curve({
          title: 'The metric log',
          description:
            'Lines that the logs pipeline gets to read, and lines that could not be written.',
          unit: 'cps',
          queries: [
            {
              expr: perSecond('gomon_aggregator_log_lines_total'),
              legend: 'written',
            },
            {
              expr: `${perSecond(
                'gomon_aggregator_log_lines_dropped_total',
              )} or vector(0)`,
              legend: 'dropped',
            },
          ],
        }),
      ],
    },
    {
      title: 'Kafka',
      panels: [
        curve({
          title: 'Brokers',
          description:
            'Brokers in the cluster, as the aggregator sees it. Absent while Kafka does not answer.',
          unit: 'short',
          queries: [
            {
              expr: `max(gomon_aggregator_kafka_brokers${at})`,
              legend: 'brokers',
            },
          ],
        }),
        curve({
          title: 'Partitions in trouble',
          description:
            'Under-replicated: a copy is behind or away. Without a leader: nothing can be written or read there.',
          unit: 'short',
          queries: [
            {
              expr: `max(gomon_aggregator_kafka_under_replicated_partitions${at})`,
              legend: 'under-replicated',
            },
            {
              expr: `max(gomon_aggregator_kafka_leaderless_partitions${at})`,
              legend: 'without a leader',
            },
          ],
        }),
        curve({
          title: 'Unrest in the group',
          description:
            'Assignments, memberships that broke off, and ways back to the last commit, within an hour.',
          unit: 'short',
          queries: [
            {
              expr: `sum(increase(gomon_aggregator_rebalances_total${at}[1h]))`,
              legend: 'assignments',
            },
            {
              expr: `sum(increase(gomon_aggregator_consumer_restarts_total${at}[1h]))`,
              legend: 'broken memberships',
            },
            {
              expr: `sum(increase(gomon_aggregator_rewinds_total${at}[1h])) or vector(0)`,
              legend: 'ways back',
            },
          ],
        }),
      ],
    },
    {
      title: 'VictoriaMetrics',
      panels: [
        curve({
          title: 'Rows stored',
          description:
            'By how they came; promscrape is what it reads by itself.',
          unit: 'cps',
          queries: [
            {
              expr: `sum by (type) (rate(vm_rows_inserted_total${db}[${RATE}])) > 0`,
              legend: '{{type}}',
            },
          ],
        }),
        curve({
          title: 'Rows not stored',
          description:
            'Skipped because they could not be parsed, or ignored for their time or size. Every one is a loss.',
          unit: 'short',
          queries: [
            {
              expr: `sum(increase(vm_rows_invalid_total${db}[${RATE}]))`,
              legend: 'invalid',
            },
            {
              expr: `sum(increase(vm_rows_ignored_total${db}[${RATE}]))`,
              legend: 'ignored',
            },
          ],
        }),
        curve({
          title: 'Time of an import',
          description:
            'How long VictoriaMetrics takes to answer the aggregator; retries beside it.',
          unit: 's',
          queries: [
            {
              expr: `histogram_quantile(0.99, sum by (le) (rate(gomon_aggregator_import_seconds_bucket${at}[${RATE}])))`,
              legend: '99 % are below',
            },
            {
              expr: `histogram_quantile(0.5, sum by (le) (rate(gomon_aggregator_import_seconds_bucket${at}[${RATE}])))`,
              legend: 'median',
            },
          ],
        }),
        curve({
          title: 'Imports tried again',
          description: 'By why the request before was not accepted.',
          unit: 'short',
          noValue: 'None',
          queries: [
            {
              expr: lostBy('gomon_aggregator_import_retries_total'),
              legend: '{{reason}}',
            },
          ],
        }),
        curve({
          title: 'Disk',
          description:
            'What its data takes, and what is left. It turns read-only before the last of it is gone.',
          unit: 'bytes',
          queries: [
            {
              expr: `min(vm_free_disk_space_bytes${db})`,
              legend: 'free',
            },
            { expr: `sum(vm_data_size_bytes${db})`, legend: 'data' },
          ],
        }),
        curve({
          title: 'Active series',
          description:
            'Series with a sample in this hour. A sudden rise is a label with too many values.',
          unit: 'short',
          queries: [
            {
              expr: `max(vm_cache_entries{job="victoria-metrics", type="storage/hour_metric_ids", ${CHOSEN_ENVIRONMENT}})`,
              legend: 'series',
            },
          ],
        }),
      ],
    },
    {
      title: 'Cost',
      panels: [
        curve({
          title: 'Memory',
          description:
            'Resident memory of each process; agents as the largest.',
          unit: 'bytes',
          queries: [
            {
              expr: `max by (job) (process_resident_memory_bytes${SERVICES})`,
              legend: '{{job}}',
            },
          ],
        }),
        curve({
          title: 'Memory of its limit',
          description:
            'Working set of the control group by its limit. At 1 the process is killed. Absent where there is no limit.',
          unit: 'percentunit',
          thresholds: rising(0.8, 0.9),
          noValue: 'No limit',
          queries: [
            {
              expr: `max by (job) (gomon_memory_working_set_bytes${SERVICES} / gomon_memory_limit_bytes${SERVICES})`,
              legend: '{{job}}',
            },
          ],
        }),
        curve({
          title: 'CPU',
          description: 'Cores in use by process; agents as the busiest.',
          unit: 'cores',
          queries: [
            {
              expr: `max by (job) (rate(process_cpu_seconds_total${SERVICES}[${RATE}]))`,
              legend: '{{job}}',
            },
          ],
        }),
        curve({
          title: 'CPU of its limit',
          description:
            'Cores in use by the limit of the control group. Near 1 it is held back. Absent where there is no limit.',
          unit: 'percentunit',
          thresholds: rising(0.8, 0.95),
          noValue: 'No limit',
          queries: [
            {
              expr: `max by (job) (rate(process_cpu_seconds_total${SERVICES}[${RATE}]) / gomon_cpu_limit_cores${SERVICES})`,
              legend: '{{job}}',
            },
          ],
        }),
        curve({
          title: 'Event loop of the aggregator',
          description:
            'Share of time in which its one thread works. Near 1 it is as quick as it can be: add a replica.',
          unit: 'percentunit',
          max: 1,
          thresholds: rising(0.7, 0.9),
          queries: [
            {
              expr: `max(nodejs_eventloop_utilization_ratio${at})`,
              legend: 'busiest replica',
            },
          ],
        }),
        curve({
          title: 'Outboxes of the agents',
          description:
            'Readings that wait for Kafka: the fullest outbox, and the oldest reading in any of them.',
          unit: 'short',
          queries: [
            {
              expr: `max(gomon_agent_outbox_depth${fleet})`,
              legend: 'readings in the fullest',
            },
            {
              expr: `max(gomon_agent_outbox_oldest_seconds${fleet})`,
              legend: 'seconds of the oldest',
            },
          ],
        }),
      ],
    },
  ],
});
