/** The label that tells series of one host apart. */
export type OwnLabel = 'mountpoint' | 'interface';

/** One of the names that gomon writes. */
export interface Series {
  readonly name: string;
  readonly label?: OwnLabel;
}

/** Every series that gomon writes to VictoriaMetrics, spelled as the specification spells them. */
export const SERIES = {
  /** Percent of all cores over the interval. */
  cpu: { name: 'cpu_usage_percent' },
  /** Percent, (total - available) / total. */
  memory: { name: 'mem_usage_percent' },
  /** Percent, used / (used + available), as df. */
  diskPercent: { name: 'disk_used_percent', label: 'mountpoint' },
  /** GiB. */
  diskUsed: { name: 'dsk_used_gb', label: 'mountpoint' },
  /** MiB, counter since the machine's start. */
  received: { name: 'int_bytes_recv_mb', label: 'interface' },
  /** MiB, counter since the machine's start. */
  sent: { name: 'int_bytes_sent_mb', label: 'interface' },
  /** Number of the message within one boot of its agent: a gap is a loss. */
  sequence: { name: 'gomon_agent_sequence' },
  /** The agent's interval: freshness limits derive from it. */
  interval: { name: 'gomon_agent_interval_ms' },
} as const satisfies Record<string, Series>;

/** Value of the label `job` on every series. */
export const JOB = 'gomon';

/** `instance` of a message that names its host neither itself nor in its record header. */
export const NAMELESS_INSTANCE = 'unknown';

/** `scope` of a message that does not say what it describes: a Go agent's. */
export const UNKNOWN_SCOPE = 'unknown';

export const BYTES_PER_MIB = 1024 ** 2;
export const BYTES_PER_GIB = 1024 ** 3;
