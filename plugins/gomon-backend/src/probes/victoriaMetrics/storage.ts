import { CheckReport, FigureReport } from '@gomon/plugin-gomon-node';
import { bytesInWords } from '../../words/count';
import { Metrics } from '../prometheus/parseMetrics';

/** Whether it can write, and how much disk is left. Names: VictoriaMetrics, "Monitoring". */
export function storageChecks(
  title: string,
  metrics: Metrics,
  minFreeBytes: number,
): { checks: CheckReport[]; figures: FigureReport[] } {
  const readOnly = metrics.sum('vm_storage_is_read_only');
  const free = metrics.sum('vm_free_disk_space_bytes');
  const data = metrics.sum('vm_data_size_bytes');
  const checks: CheckReport[] = [];
  if (readOnly !== undefined)
    checks.push(writableCheck(title, readOnly > 0, free));
  if (free !== undefined) checks.push(diskCheck(title, free, minFreeBytes));
  const figures: FigureReport[] = [];
  if (free !== undefined) {
    figures.push({
      id: 'disk-free',
      label: 'disk free',
      value: free,
      unit: 'bytes',
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

function diskCheck(title: string, free: number, limit: number): CheckReport {
  const tight = free < limit;
  return {
    id: 'victoria-metrics.disk',
    title: 'Disk',
    status: tight ? 'degraded' : 'ok',
    ...(tight && {
      failure: 'own',
      meaning:
        'When the disk is full it becomes read-only; samples then wait in Kafka.',
      action: {
        text: 'Give it a larger disk, or keep data for a shorter time.',
      },
    }),
    sentence: `${title} has ${bytesInWords(free)} of disk left${
      tight ? `, less than ${bytesInWords(limit)}` : ''
    }.`,
    value: free,
    unit: 'bytes',
    threshold: limit,
  };
}
