/** What the figures of a message describe. Anything else on the wire is stored as `unknown`. */
export type Scope = 'host' | 'container';

/** Space of one mounted file system. A field that could not be read is absent. */
export interface DiskUsage {
  mountpoint: string;
  /** Used / (used + available) in percent, as df computes it. */
  usedPercent?: number;
  totalBytes?: number;
  usedBytes?: number;
}

/** Counters of one network interface since the machine's start. */
export interface NetworkUsage {
  interfaceName: string;
  bytesSent?: number;
  bytesReceived?: number;
}

/**
 * One message of topic `metrics-v4`: what one agent read at one time.
 *
 * An absent field was not on the wire. For a message with `agentBootId` that means "not read"; Go agents,
 * which have none, leave out zeros instead, see {@link readingOf}.
 */
export interface Metric {
  /** Empty when the agent does not know its node's name. */
  hostname: string;
  /** Unix seconds as decimal text; superseded by `collectedAtMs`. */
  timestamp: string;
  /** 0-100 over the whole interval, all cores. */
  cpuUsagePercent?: number;
  /** 0-100, (total - available) / total. */
  memoryUsedPercent?: number;
  /** Whole GB, as Go agents write them. */
  memoryTotalGb?: number;
  /** Whole GB, as Go agents write them. */
  memoryUsedGb?: number;
  /** MiB, whatever the field's name in metrics.proto says. */
  memoryFreeMib?: number;
  diskStats: DiskUsage[];
  netStats: NetworkUsage[];
  /** For logs only, never a label. */
  correlationId?: string;
  traceStartTime?: string;
  kafkaPublishTime?: string;
  aggregatorReceivedTime?: string;
  vmPublishTime?: string;
  /** +1 per message of one boot of one agent. */
  sequence?: number;
  /** Random per start of an agent; absent in messages of Go agents. */
  agentBootId?: string;
  intervalMs?: number;
  /** Unix milliseconds of the collection. */
  collectedAtMs?: number;
  /** `host` or `container`; not restricted here, since a message of tomorrow may say something else. */
  scope?: string;
  memoryTotalBytes?: number;
  memoryAvailableBytes?: number;
  memoryUsedBytes?: number;
}

/** A message without any reading, to be filled. It has all fields from the start: adding them one by one would move it in memory. */
export function emptyMetric(): Metric {
  return {
    hostname: '',
    timestamp: '',
    cpuUsagePercent: undefined,
    memoryUsedPercent: undefined,
    memoryTotalGb: undefined,
    memoryUsedGb: undefined,
    memoryFreeMib: undefined,
    diskStats: [],
    netStats: [],
    correlationId: undefined,
    traceStartTime: undefined,
    kafkaPublishTime: undefined,
    aggregatorReceivedTime: undefined,
    vmPublishTime: undefined,
    sequence: undefined,
    agentBootId: undefined,
    intervalMs: undefined,
    collectedAtMs: undefined,
    scope: undefined,
    memoryTotalBytes: undefined,
    memoryAvailableBytes: undefined,
    memoryUsedBytes: undefined,
  };
}

/**
 * The value of a reading, with the absence of a Go agent's field read as the zero that it stands for: proto3 of
 * those agents leaves zeros out, ours writes them and leaves out what it could not read.
 */
export function readingOf(
  metric: Metric,
  value: number | undefined,
): number | undefined {
  return value === undefined && metric.agentBootId === undefined ? 0 : value;
}
