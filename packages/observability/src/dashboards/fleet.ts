import { dashboard } from '../grafana/dashboard';
import { rising, ZERO_IS_GOOD, type PanelSpec } from '../grafana/panel';
import { stat } from '../grafana/stat';
import { table } from '../grafana/table';
import { timeSeries } from '../grafana/timeSeries';
import { environmentVariable, hostsVariable } from '../grafana/variables';
import { secondsSilent, SILENT_AFTER, silentHosts } from '../queries/freshness';
import { aggregator, CHOSEN_ENVIRONMENT, hosts } from '../queries/selectors';
import { hostLink } from './hostLink';

const CHOSEN = [CHOSEN_ENVIRONMENT, 'instance=~"$host"'];
const at = hosts(...CHOSEN);
const NETWORK = hosts(...CHOSEN, 'interface!="lo"');
const PERCENT = rising(80, 90);

/** One figure of six in a line. */
const figure = (
  spec: Omit<PanelSpec, 'width' | 'height' | 'queries'> & { expr: string },
) => stat({ ...spec, queries: [{ expr: spec.expr }], width: 4, height: 4 });

const count = (title: string, description: string, expr: string) =>
  figure({
    title,
    description,
    unit: 'short',
    thresholds: ZERO_IS_GOOD,
    expr: `count(${expr}) or vector(0)`,
  });

/** A table of the ten worst. */
const worst = (
  spec: Omit<PanelSpec, 'width' | 'height' | 'queries'> & {
    expr: string;
    labels?: string[];
    value: string;
  },
) =>
  table({
    labels: ['environment', 'instance'],
    ...spec,
    queries: [{ expr: `topk(10, ${spec.expr})` }],
    links: [hostLink],
    width: 12,
    height: 9,
  });

const spread = (title: string, description: string, series: string) =>
  timeSeries({
    title,
    description,
    unit: 'percent',
    min: 0,
    max: 100,
    width: 8,
    height: 8,
    queries: [
      { expr: `max(${series}${at})`, legend: 'highest' },
      { expr: `quantile(0.95, ${series}${at})`, legend: '95 % are below' },
      { expr: `quantile(0.5, ${series}${at})`, legend: 'median' },
    ],
  });

/** How far a host is from the others, in standard deviations. */
const distance = (series: string) => {
  const own = `avg_over_time(${series}${at}[15m])`;
  return `abs(${own} - scalar(avg(${own}))) / scalar(stddev(${own}))`;
};

/** All hosts: which are busy, which are silent, which are not like the others. */
export const fleet = dashboard({
  uid: 'gomon-fleet',
  title: 'gomon: fleet',
  description:
    'All hosts: which are busy, which are silent, and which are not like the others.',
  variables: [environmentVariable, hostsVariable],
  portal: [{ title: 'Agent', entity: 'default/component/gomon-agent' }],
  from: 'now-6h',
  sections: [
    {
      title: 'Now',
      panels: [
        figure({
          title: 'Hosts that report',
          description: 'Hosts with a sample within the last five minutes.',
          unit: 'short',
          expr: `count(group by (environment, instance) (last_over_time(mem_usage_percent${at}[${SILENT_AFTER}]))) or vector(0)`,
        }),
        count(
          'Silent hosts',
          'Hosts that reported within six hours and not within five minutes: the machine, its agent or its way to Kafka is gone.',
          silentHosts(...CHOSEN),
        ),
        count(
          'CPU above 90 %',
          'Hosts whose CPU was above 90 % on average of five minutes.',
          `avg_over_time(cpu_usage_percent${at}[5m]) > 90`,
        ),
        count(
          'Memory above 90 %',
          'Hosts with less than a tenth of their memory available on average of five minutes.',
          `avg_over_time(mem_usage_percent${at}[5m]) > 90`,
        ),
        count(
          'Disks above 90 %',
          'Mount points that are more than nine tenths full, as df counts.',
          `disk_used_percent${at} > 90`,
        ),
        figure({
          title: 'Readings lost in a day',
          description:
            'Readings that agents numbered and that never came. Zero is what it should be.',
          unit: 'short',
          thresholds: ZERO_IS_GOOD,
          expr: `sum(increase(gomon_aggregator_missing_messages_total${aggregator(
            CHOSEN_ENVIRONMENT,
          )}[1d]))`,
        }),
      ],
    },
    {
      title: 'Busiest',
      panels: [
        worst({
          title: 'Hosts by CPU',
          description:
            'Average of five minutes over all cores. Above 90 % work waits.',
          unit: 'percent',
          thresholds: PERCENT,
          value: 'CPU',
          expr: `avg_over_time(cpu_usage_percent${at}[5m])`,
        }),
        worst({
          title: 'Hosts by memory',
          description:
            'What is not available any more, of all. Above 90 % the next larger process may not start.',
          unit: 'percent',
          thresholds: PERCENT,
          value: 'Memory',
          expr: `avg_over_time(mem_usage_percent${at}[5m])`,
        }),
        worst({
          title: 'Disks by use',
          description: 'Used of used and available, as df counts.',
          unit: 'percent',
          thresholds: PERCENT,
          labels: ['environment', 'instance', 'mountpoint'],
          value: 'Used',
          expr: `disk_used_percent${at}`,
        }),
        worst({
          title: 'Hosts by network',
          description:
            'Received and sent over all interfaces but the loopback, average of five minutes. A counter that starts anew counts from zero.',
          unit: 'binBps',
          value: 'Traffic',
          expr: `1048576 * sum by (environment, instance) (rate(int_bytes_recv_mb${NETWORK}[5m]) + rate(int_bytes_sent_mb${NETWORK}[5m]))`,
        }),
      ],
    },
    {
      title: 'Silent and unusual',
      panels: [
        table({
          title: 'Silent hosts',
          description:
            'Since when each is silent. One that stays silent for six hours leaves this list.',
          unit: 's',
          labels: ['environment', 'instance'],
          value: 'Silent for',
          queries: [{ expr: `(${secondsSilent(...CHOSEN)}) > 300` }],
          links: [hostLink],
          noValue: 'None',
          width: 8,
          height: 9,
        }),
        ...(['cpu', 'mem'] as const).map(kind => ({
          ...worst({
            title: `Unlike the others: ${kind === 'cpu' ? 'CPU' : 'memory'}`,
            description:
              'How many standard deviations a host is away from the average of the chosen hosts, over 15 minutes. From 3 on it is worth a look.',
            unit: 'short',
            decimals: 1,
            thresholds: rising(2, 3),
            value: 'Deviations',
            expr: distance(`${kind}_usage_percent`),
          }),
          gridPos: { x: 0, y: 0, w: 8, h: 9 },
        })),
      ],
    },
    {
      title: 'Over time',
      panels: [
        spread(
          'CPU',
          'How the load spreads over the hosts.',
          'cpu_usage_percent',
        ),
        spread(
          'Memory',
          'How memory in use spreads over the hosts.',
          'mem_usage_percent',
        ),
        spread('Disks', 'How full the disks are.', 'disk_used_percent'),
        timeSeries({
          title: 'Hosts that report',
          description:
            'A step down that stays is a host, or a group of them, gone silent.',
          unit: 'short',
          min: 0,
          width: 12,
          height: 8,
          queries: [
            {
              expr: `count by (environment) (group by (environment, instance) (last_over_time(mem_usage_percent${at}[${SILENT_AFTER}])))`,
              legend: '{{environment}}',
            },
          ],
        }),
        timeSeries({
          title: 'Network',
          description: 'Received and sent by all chosen hosts together.',
          unit: 'binBps',
          min: 0,
          width: 12,
          height: 8,
          queries: [
            {
              expr: `1048576 * sum(rate(int_bytes_recv_mb${NETWORK}[$__rate_interval]))`,
              legend: 'received',
            },
            {
              expr: `1048576 * sum(rate(int_bytes_sent_mb${NETWORK}[$__rate_interval]))`,
              legend: 'sent',
            },
          ],
        }),
      ],
    },
  ],
});
