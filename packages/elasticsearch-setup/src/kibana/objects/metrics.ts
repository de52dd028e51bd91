/** The six types of samples that a log document can hold, and how people read them. */
export const metrics = {
  cpu_usage_percent: { label: 'CPU used', pattern: '0.[0]', unit: '%' },
  mem_usage_percent: { label: 'Memory used', pattern: '0.[0]', unit: '%' },
  disk_used_percent: { label: 'Disk used', pattern: '0.[0]', unit: '%' },
  dsk_used_gb: { label: 'Disk used', pattern: '0,0.[00]', unit: 'GiB' },
  int_bytes_recv_mb: {
    label: 'Received since boot',
    pattern: '0,0.[00]',
    unit: 'MiB',
  },
  int_bytes_sent_mb: {
    label: 'Sent since boot',
    pattern: '0,0.[00]',
    unit: 'MiB',
  },
} as const;

/** Name of a type of sample, as `metric_name` has it. */
export type MetricName = keyof typeof metrics;
