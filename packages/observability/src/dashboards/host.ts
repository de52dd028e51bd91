import { dashboard } from '../grafana/dashboard';
import {
  falling,
  rising,
  ZERO_IS_GOOD,
  type PanelSpec,
} from '../grafana/panel';
import { stat } from '../grafana/stat';
import { timeSeries } from '../grafana/timeSeries';
import {
  environmentVariable,
  hostVariable,
  interfaceVariable,
  mountpointVariable,
} from '../grafana/variables';
import { secondsSilent } from '../queries/freshness';
import { aggregator, CHOSEN_ENVIRONMENT, hosts } from '../queries/selectors';

const HOST = 'instance="$host"';
const at = hosts(CHOSEN_ENVIRONMENT, HOST);
const disks = hosts(CHOSEN_ENVIRONMENT, HOST, 'mountpoint=~"$mountpoint"');
const cards = hosts(CHOSEN_ENVIRONMENT, HOST, 'interface=~"$interface"');

const figure = (
  spec: Omit<PanelSpec, 'width' | 'height' | 'queries'> & { expr: string },
) => stat({ ...spec, queries: [{ expr: spec.expr }], width: 4, height: 4 });

const curve = (
  spec: Omit<PanelSpec, 'width' | 'height'> & { width?: number },
) => timeSeries({ width: 12, height: 8, min: 0, ...spec });

/** Bytes a second of a counter in MiB; `rate` takes a counter that starts anew for what it is. */
const traffic = (series: string) =>
  `1048576 * sum by (interface) (rate(${series}${cards}[$__rate_interval]))`;

/** Everything of one host. */
export const host = dashboard({
  uid: 'gomon-host',
  title: 'gomon: host',
  description: 'Everything of one host.',
  variables: [
    environmentVariable,
    hostVariable,
    mountpointVariable,
    interfaceVariable,
  ],
  portal: [{ title: 'Agent', entity: 'default/component/gomon-agent' }],
  from: 'now-6h',
  sections: [
    {
      title: 'Now',
      panels: [
        figure({
          title: 'Newest sample',
          description:
            'Age of the newest sample. Above three intervals of its agent the host is late.',
          unit: 's',
          thresholds: rising(90, 300),
          expr: secondsSilent(CHOSEN_ENVIRONMENT, HOST),
        }),
        figure({
          title: 'CPU',
          description: 'Over all cores, average of five minutes.',
          unit: 'percent',
          thresholds: rising(80, 90),
          expr: `max(avg_over_time(cpu_usage_percent${at}[5m]))`,
        }),
        figure({
          title: 'Memory',
          description: 'What is not available any more, of all.',
          unit: 'percent',
          thresholds: rising(80, 90),
          expr: `max(avg_over_time(mem_usage_percent${at}[5m]))`,
        }),
        figure({
          title: 'Fullest disk',
          description: 'Used of used and available, as df counts.',
          unit: 'percent',
          thresholds: rising(80, 90),
          expr: `max(disk_used_percent${disks})`,
        }),
        figure({
          title: 'Readings that arrived',
          description:
            'Share of the readings that were due within ten minutes, by the interval that the agent states. Absent for Go agents, which do not state it.',
          unit: 'percentunit',
          thresholds: falling(0.9, 0.98),
          expr: `max(count_over_time(mem_usage_percent${at}[10m]) * gomon_agent_interval_ms${at} / 600000)`,
        }),
        figure({
          title: 'Readings lost in a day',
          description:
            'Readings that this agent numbered and that never came. The aggregator names the first hundred hosts that lose any.',
          unit: 'short',
          thresholds: ZERO_IS_GOOD,
          expr: `sum(increase(gomon_aggregator_host_missing_messages_total${aggregator(
            CHOSEN_ENVIRONMENT,
            'host="$host"',
          )}[1d])) or vector(0)`,
        }),
      ],
    },
    {
      title: 'Load',
      panels: [
        curve({
          title: 'CPU',
          description: 'Share of the whole interval, over all cores.',
          unit: 'percent',
          max: 100,
          queries: [{ expr: `cpu_usage_percent${at}`, legend: '{{scope}}' }],
        }),
        curve({
          title: 'Memory',
          description: '(total - available) / total.',
          unit: 'percent',
          max: 100,
          queries: [{ expr: `mem_usage_percent${at}`, legend: '{{scope}}' }],
        }),
      ],
    },
    {
      title: 'Disks',
      panels: [
        curve({
          title: 'Use of the disks',
          description: 'Used of used and available, as df counts.',
          unit: 'percent',
          max: 100,
          thresholds: rising(80, 90),
          queries: [
            { expr: `disk_used_percent${disks}`, legend: '{{mountpoint}}' },
          ],
        }),
        curve({
          title: 'Space in use',
          description: 'Bytes in use by mount point.',
          unit: 'bytes',
          queries: [
            {
              expr: `1073741824 * dsk_used_gb${disks}`,
              legend: '{{mountpoint}}',
            },
          ],
        }),
      ],
    },
    {
      title: 'Network',
      panels: [
        curve({
          title: 'Received',
          description:
            "A rate of the interface's counter; a machine that starts anew shows no peak.",
          unit: 'binBps',
          queries: [
            { expr: traffic('int_bytes_recv_mb'), legend: '{{interface}}' },
          ],
        }),
        curve({
          title: 'Sent',
          description:
            "A rate of the interface's counter; a machine that starts anew shows no peak.",
          unit: 'binBps',
          queries: [
            { expr: traffic('int_bytes_sent_mb'), legend: '{{interface}}' },
          ],
        }),
      ],
    },
    {
      title: 'Its agent',
      panels: [
        curve({
          title: 'Readings that arrived',
          description:
            'Share of the readings that were due within ten minutes. Below 1 some are late or lost.',
          unit: 'percentunit',
          queries: [
            {
              expr: `count_over_time(mem_usage_percent${at}[10m]) * gomon_agent_interval_ms${at} / 600000`,
              legend: 'arrived',
            },
          ],
        }),
        curve({
          title: 'Starts of the agent',
          description:
            'How often its numbering began anew within an hour: starts of the agent or of the machine.',
          unit: 'short',
          queries: [
            {
              expr: `resets(gomon_agent_sequence${at}[1h])`,
              legend: 'starts',
            },
          ],
        }),
      ],
    },
  ],
});
