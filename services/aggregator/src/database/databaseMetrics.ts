/** What the aggregator reads from `/metrics` of VictoriaMetrics. */
export interface DatabaseMetrics {
  /** When the process started, in whole seconds. */
  readonly startTimeSeconds: number;
  /** CPU time the process used so far: it falls only with a restart. */
  readonly cpuSeconds: number | undefined;
  /** How far back samples are kept, or undefined when it does not say. */
  readonly retentionMs: number | undefined;
  /** The disk is nearly full: the database refuses writes although it is healthy. */
  readonly readOnly: boolean;
  /** Lines of imports that it skipped since it started, by whomever they were sent. */
  readonly invalidRows: number;
  /** Samples it dropped since it started, being too old or too far ahead. */
  readonly ignoredRows: number;
}

const LINE = /^([a-zA-Z_:][\w:]*)(\{.*\})?\s+(\S+)/;
const WANTED = new Set([
  'process_start_time_seconds',
  'process_cpu_seconds_total',
  'vm_storage_is_read_only',
  'vm_rows_invalid_total',
  'vm_rows_ignored_total',
]);

/**
 * Reads the few lines of a Prometheus text page that matter.
 *
 * @throws Error when the page does not say when the process started, since
 * nothing can be proven durable then.
 */
export function parseDatabaseMetrics(page: string): DatabaseMetrics {
  const sums = new Map<string, number>();
  let retention: string | undefined;
  for (const line of page.split('\n')) {
    const [, name, labels, value] = LINE.exec(line) ?? [];
    if (name === 'flag' && labels.includes('name="retentionPeriod"')) {
      retention = /value="([^"]*)"/.exec(labels)?.[1];
    } else if (WANTED.has(name)) {
      if (name === 'vm_rows_invalid_total' && !labels?.includes('"vmimport"')) {
        continue;
      }
      sums.set(name, (sums.get(name) ?? 0) + Number(value));
    }
  }
  const startTimeSeconds = sums.get('process_start_time_seconds');
  if (!startTimeSeconds) {
    throw new Error('the page has no process_start_time_seconds');
  }
  return {
    startTimeSeconds,
    cpuSeconds: sums.get('process_cpu_seconds_total'),
    retentionMs: parseRetention(retention),
    readOnly: (sums.get('vm_storage_is_read_only') ?? 0) > 0,
    invalidRows: sums.get('vm_rows_invalid_total') ?? 0,
    ignoredRows: sums.get('vm_rows_ignored_total') ?? 0,
  };
}

const HOUR_MS = 3_600_000;
const UNIT_MS: Record<string, number> = {
  h: HOUR_MS,
  d: 24 * HOUR_MS,
  w: 7 * 24 * HOUR_MS,
  y: 365 * 24 * HOUR_MS,
  // A bare number counts months, which VictoriaMetrics takes as 31 days.
  '': 31 * 24 * HOUR_MS,
};

/** Reads the flag `-retentionPeriod` as VictoriaMetrics writes it. */
export function parseRetention(flag: string | undefined): number | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)([hdwy]?)$/.exec(flag ?? '') ?? [];
  const ms = Number(amount) * UNIT_MS[unit];
  return ms > 0 ? ms : undefined;
}
