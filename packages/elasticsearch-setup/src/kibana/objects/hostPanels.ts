import { overTime, ratePerSecond, topValues, valueBy } from './columns';
import { overTimeChart } from './lens';
import { MetricName } from './metrics';
import { SavedObject } from './savedObject';

const percent = { decimals: 1, suffix: ' %' };
const gibibytes = { decimals: 1, suffix: ' GiB' };
const mebibytes = { decimals: 0, suffix: ' MiB' };

const only = (name: MetricName) => `metric_name: "${name}"`;

/** A share of something, the fullest hosts first. */
function share(
  name: MetricName,
  title: string,
  description: string,
  each = ['instance'],
): SavedObject {
  return overTimeChart({
    id: `gomon-${name}`,
    title,
    description,
    query: only(name),
    series: 'line',
    split: 'each',
    figure: 'value',
    upTo: 100,
    columns: {
      time: overTime,
      each: topValues(each.join(' and '), each, 'value'),
      value: valueBy(each.length > 1 ? 'max' : 'average', title, percent),
    },
  });
}

/** What went over the network per second, from a counter since boot. */
function traffic(name: MetricName, title: string): SavedObject {
  return overTimeChart({
    id: `gomon-${name}`,
    title,
    description: 'Per second, from the counter since boot.',
    query: only(name),
    series: 'line',
    split: 'each',
    figure: 'rate',
    columns: {
      time: overTime,
      each: topValues('Interface', ['instance', 'interface'], 'counter'),
      rate: ratePerSecond(title, 'counter'),
      counter: valueBy('max', 'since boot', mebibytes),
    },
  });
}

/** CPU, memory, disk and network of the hosts: one chart for each of the six metric types. */
export const hostPanels: SavedObject[] = [
  share('cpu_usage_percent', 'CPU used', 'All cores, over the whole interval.'),
  share(
    'mem_usage_percent',
    'Memory used',
    'What cannot be given to a process, of all memory.',
  ),
  share(
    'disk_used_percent',
    'Disk used, share',
    'As df says it, of each mount point; the fullest of a step.',
    ['instance', 'mountpoint'],
  ),
  overTimeChart({
    id: 'gomon-dsk_used_gb',
    title: 'Disk used',
    description: 'In GiB, of each mount point.',
    query: only('dsk_used_gb'),
    series: 'line',
    split: 'each',
    figure: 'value',
    columns: {
      time: overTime,
      each: topValues('Mount point', ['instance', 'mountpoint'], 'value'),
      value: valueBy('max', 'Disk used', gibibytes),
    },
  }),
  traffic('int_bytes_recv_mb', 'Network received'),
  traffic('int_bytes_sent_mb', 'Network sent'),
];
