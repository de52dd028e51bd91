import { dashboard } from '../grafana/dashboard';
import { falling, rising, type PanelSpec } from '../grafana/panel';
import { stat } from '../grafana/stat';
import { table } from '../grafana/table';
import { timeSeries } from '../grafana/timeSeries';
import {
  environmentVariable,
  hostsVariable,
  mountpointVariable,
} from '../grafana/variables';
import { hoursUntilDiskFull } from '../queries/fill';
import { utilization } from '../queries/pipeline';
import {
  aggregator,
  CHOSEN_ENVIRONMENT,
  database,
  hosts,
} from '../queries/selectors';
import { hostLink } from './hostLink';

const DISKS = [
  CHOSEN_ENVIRONMENT,
  'instance=~"$host"',
  'mountpoint=~"$mountpoint"',
];
const at = aggregator(CHOSEN_ENVIRONMENT);
const db = database(CHOSEN_ENVIRONMENT);
const fleet = hosts(CHOSEN_ENVIRONMENT);
const NUMBER_OF_HOSTS = `count(group by (environment, instance) (last_over_time(mem_usage_percent${fleet}[5m])))`;
/** Bytes that metrics-v4 grows by in a second: what the agents send, not what is read again after an outage. */
const TOPIC_GROWTH = `sum(rate(gomon_aggregator_message_bytes_total${at}[6h]))`;
/** Three days: retention.ms of k8s/monitoring/kafka/topics.sh. */
const RETENTION_SECONDS = 259_200;
/** The claim of each broker in k8s/monitoring/kafka-statefulset.yaml. */
const BROKER_BYTES = 10 * 1024 ** 3;
const DATABASE_GROWTH = `clamp_min(sum(deriv(vm_data_size_bytes${db}[1d])), 1)`;
/** Above this share of its one thread an aggregator is no longer called idle enough for more. */
const FULL = 0.7;

const figure = (
  spec: Omit<PanelSpec, 'width' | 'height' | 'queries'> & { expr: string },
) => stat({ ...spec, queries: [{ expr: spec.expr }], width: 6, height: 5 });

/** What will be full, and when. */
export const capacity = dashboard({
  uid: 'gomon-capacity',
  title: 'gomon: capacity',
  description: 'What will be full, and when; how many hosts there is room for.',
  variables: [environmentVariable, hostsVariable, mountpointVariable],
  portal: [
    { title: 'Agent', entity: 'default/component/gomon-agent' },
    { title: 'Aggregator', entity: 'default/component/gomon-aggregator' },
    { title: 'VictoriaMetrics', entity: 'default/resource/victoria-metrics' },
  ],
  from: 'now-7d',
  sections: [
    {
      title: 'How far it reaches',
      panels: [
        figure({
          title: 'Database full in',
          description:
            'Days until the free space is used, if the data grows as within the last day; ten years at most.',
          unit: 'd',
          decimals: 0,
          thresholds: falling(7, 30),
          expr: `clamp_max(min(vm_free_disk_space_bytes${db}) / (86400 * ${DATABASE_GROWTH}), 3650)`,
        }),
        figure({
          title: 'Broker volume at full retention',
          description:
            'What three days of the present inflow take on each broker, of its 10 GiB. Kafka deletes by time: below 1 it never fills.',
          unit: 'percentunit',
          decimals: 1,
          thresholds: rising(0.6, 0.85),
          expr: `${TOPIC_GROWTH} * ${RETENTION_SECONDS} / ${BROKER_BYTES}`,
        }),
        figure({
          title: 'Hosts now',
          description: 'Hosts with a sample within five minutes.',
          unit: 'short',
          expr: NUMBER_OF_HOSTS,
        }),
        figure({
          title: 'Hosts the present aggregators take',
          description:
            'The hosts of now, at the average of an hour, until the event loop of the aggregators works for 70 % of the time. Catching up after an outage needs the rest.',
          unit: 'short',
          decimals: 0,
          expr: `sum(${NUMBER_OF_HOSTS}) * ${FULL} / max(${utilization(
            '1h',
            CHOSEN_ENVIRONMENT,
          )})`,
        }),
      ],
    },
    {
      title: 'Disks of hosts',
      panels: [
        table({
          title: 'Full first',
          description:
            'Days until each disk is full, if it goes on filling as within the last six hours. Disks that do not fill are not listed.',
          unit: 'd',
          decimals: 1,
          thresholds: falling(1, 7),
          labels: ['environment', 'instance', 'mountpoint'],
          value: 'Full in',
          ascending: true,
          noValue: 'No disk fills',
          links: [hostLink],
          width: 12,
          height: 10,
          queries: [
            {
              expr: `bottomk(20, (${hoursUntilDiskFull('6h', ...DISKS)}) / 24)`,
            },
          ],
        }),
        timeSeries({
          title: 'Fullest disks',
          description: 'The ten fullest disks of the chosen hosts.',
          unit: 'percent',
          max: 100,
          width: 12,
          height: 10,
          thresholds: rising(80, 90),
          queries: [
            {
              expr: `topk(10, disk_used_percent${hosts(...DISKS)})`,
              legend: '{{instance}} {{mountpoint}}',
            },
          ],
        }),
      ],
    },
    {
      title: 'Growth',
      panels: [
        timeSeries({
          title: 'Data of the database',
          description: 'Bytes on disk, index included, and what is left.',
          unit: 'bytes',
          min: 0,
          width: 8,
          height: 8,
          queries: [
            { expr: `sum(vm_data_size_bytes${db})`, legend: 'data' },
            { expr: `min(vm_free_disk_space_bytes${db})`, legend: 'free' },
          ],
        }),
        timeSeries({
          title: 'Bytes a sample',
          description:
            'Bytes on disk by stored sample: around 1 for series that change slowly. A rise is a change of what is measured.',
          unit: 'bytes',
          decimals: 2,
          min: 0,
          width: 8,
          height: 8,
          queries: [
            {
              expr: `sum(vm_data_size_bytes{job="victoria-metrics", type=~"storage.*", ${CHOSEN_ENVIRONMENT}}) / sum(vm_rows{job="victoria-metrics", type=~"storage.*", ${CHOSEN_ENVIRONMENT}})`,
              legend: 'a sample',
            },
          ],
        }),
        timeSeries({
          title: 'Inflow of Kafka',
          description: 'Bytes a second of keys and values that are read.',
          unit: 'binBps',
          min: 0,
          width: 8,
          height: 8,
          queries: [
            {
              expr: `sum(rate(gomon_aggregator_message_bytes_total${at}[$__rate_interval]))`,
              legend: 'inflow',
            },
          ],
        }),
        timeSeries({
          title: 'Hosts',
          description: 'Hosts with a sample within five minutes, over time.',
          unit: 'short',
          min: 0,
          width: 8,
          height: 8,
          queries: [{ expr: NUMBER_OF_HOSTS, legend: 'hosts' }],
        }),
        timeSeries({
          title: 'Series',
          description: 'Series with a sample in this hour.',
          unit: 'short',
          min: 0,
          width: 8,
          height: 8,
          queries: [
            {
              expr: `max(vm_cache_entries{job="victoria-metrics", type="storage/hour_metric_ids", ${CHOSEN_ENVIRONMENT}})`,
              legend: 'series',
            },
          ],
        }),
        timeSeries({
          title: 'Work of the aggregators',
          description:
            'Share of time in which their event loops work, average of an hour: what the number of hosts is reckoned from.',
          unit: 'percentunit',
          min: 0,
          max: 1,
          width: 8,
          height: 8,
          thresholds: rising(0.5, FULL),
          queries: [
            {
              expr: utilization('1h', CHOSEN_ENVIRONMENT),
              legend: 'working {{environment}}',
            },
          ],
        }),
      ],
    },
  ],
});
