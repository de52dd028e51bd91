import { GomonLogQuery } from '../api/GomonApi';

/** What the list of lines is narrowed to, besides time. */
export type LogFilter = Pick<GomonLogQuery, 'query' | 'level' | 'metric'>;

/** Names of the filters in the address. */
export type LogFilterName = 'text' | 'level' | 'metric';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/** Levels to choose from: each stands for itself and those that are worse. */
export const leastLevels = ['info', 'warn', 'error'] as const;

/** The six types of samples that a line can hold. */
export const logMetrics = [
  'cpu_usage_percent',
  'mem_usage_percent',
  'disk_used_percent',
  'dsk_used_gb',
  'int_bytes_recv_mb',
  'int_bytes_sent_mb',
] as const;

/** Reads a filter from the address; what it does not understand is left out. */
export function parseLogFilter(parameters: URLSearchParams): LogFilter {
  const least = leastLevels.find(level => level === parameters.get('level'));
  const metric = logMetrics.find(name => name === parameters.get('metric'));
  return {
    query: parameters.get('text')?.trim() || undefined,
    level: least && LEVELS.slice(LEVELS.indexOf(least)),
    metric: metric && [metric],
  };
}
