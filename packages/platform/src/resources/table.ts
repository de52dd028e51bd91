import type { RunningContainer } from './containers';
import type { CgroupReading } from './reading';

const WIDTHS = [44, 18, 10, 10, 9, 11, 5];

/** The first line of the table of resources. */
export const RESOURCE_HEAD = line([
  'pod',
  'container',
  'memory',
  'limit',
  'CPU',
  'throttled',
  'OOM',
]);

/** One container: its memory in use and allowed, its CPU, how often it was throttled, how often killed for memory. */
export function resourceRow(
  { pod, container }: RunningContainer,
  reading: CgroupReading,
): string {
  const { cpuPeriods, cpuThrottledPeriods, cpuLimitCores } = reading;
  const share = cpuPeriods > 0 ? (100 * cpuThrottledPeriods) / cpuPeriods : 0;
  return line([
    pod,
    container,
    mebibytes(reading.memoryUsedBytes),
    mebibytes(reading.memoryLimitBytes),
    cpuLimitCores === undefined
      ? 'none'
      : `${Math.round(cpuLimitCores * 1000)}m`,
    `${share.toFixed(1)} %`,
    String(reading.oomKills),
  ]);
}

function mebibytes(bytes: number | undefined): string {
  return bytes === undefined ? 'none' : `${Math.round(bytes / 2 ** 20)}Mi`;
}

function line(cells: string[]): string {
  return cells
    .map((cell, at) => cell.padEnd(WIDTHS[at]))
    .join(' ')
    .trimEnd();
}
