import { CheckReport, FigureReport } from '@gomon/plugin-gomon-node';
import { durationInWords } from '../../words/age';
import { bytesInWords } from '../../words/count';
import { Metrics } from '../prometheus/parseMetrics';

/** Time in which a larger disk can be had. */
const DAYS_TO_ACT = 7;

/**
 * Whether it can write, and how much disk is left. Names: VictoriaMetrics, "Monitoring".
 *
 * @param daysLeft - until the disk is full at its present pace, where that is known
 */
export function storageChecks(
  title: string,
  metrics: Metrics,
  minFreeBytes: number,
  daysLeft?: number,
): { checks: CheckReport[]; figures: FigureReport[] } {
  const readOnly = metrics.sum('vm_storage_is_read_only');
  const free = metrics.sum('vm_free_disk_space_bytes');
  const data = metrics.sum('vm_data_size_bytes');
  const checks: CheckReport[] = [];
  if (readOnly !== undefined)
    checks.push(writableCheck(title, readOnly > 0, free));
  if (free !== undefined)
    checks.push(diskCheck(title, free, minFreeBytes, daysLeft));
  const figures: FigureReport[] = [];
  if (free !== undefined) {
    figures.push({
      id: 'disk-free',
      label: 'disk free',
      value: free,
      unit: 'bytes',
    });
  }
  if (daysLeft !== undefined && daysLeft !== Infinity) {
    figures.push({
      id: 'disk-full-in',
      label: 'disk full in',
      value: daysLeft * 86_400,
      unit: 'seconds',
    });
  }
  if (data !== undefined) {
    figures.push({
      id: 'data-size',
      label: 'data on disk',
      value: data,
      unit: 'bytes',
    });
  }
  return { checks, figures };
}

function writableCheck(
  title: string,
  readOnly: boolean,
  free: number | undefined,
): CheckReport {
  const common = { id: 'victoria-metrics.writable', title: 'Takes writes' };
  if (!readOnly)
    return { ...common, status: 'ok', sentence: `${title} takes writes.` };
  const left =
    free === undefined ? '' : `: ${bytesInWords(free)} of disk are left`;
  return {
    ...common,
    status: 'down',
    failure: 'own',
    sentence: `${title} is read-only${left}. It refuses every sample.`,
    action: {
      text: 'Make room on its disk, or give it a larger one; it takes writes again by itself.',
    },
  };
}

function diskCheck(
  title: string,
  free: number,
  limit: number,
  daysLeft = Infinity,
): CheckReport {
  const tight = free < limit;
  const soon = daysLeft < DAYS_TO_ACT;
  const reasons = [
    ...(tight ? [`, less than ${bytesInWords(limit)}`] : []),
    ...(soon
      ? [
          `; at the pace of the last day it is full in ${durationInWords(
            daysLeft * 86_400,
          )}`,
        ]
      : []),
  ];
  return {
    id: 'victoria-metrics.disk',
    title: 'Disk',
    status: tight || soon ? 'degraded' : 'ok',
    ...((tight || soon) && {
      failure: 'own',
      meaning:
        'When the disk is full it becomes read-only; samples then wait in Kafka.',
      action: {
        text: 'Give it a larger disk, or keep data for a shorter time.',
      },
    }),
    sentence: `${title} has ${bytesInWords(free)} of disk left${reasons.join(
      '',
    )}.`,
    value: free,
    unit: 'bytes',
    threshold: limit,
  };
}
