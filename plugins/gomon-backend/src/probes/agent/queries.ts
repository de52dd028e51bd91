import { labelValue } from './selector';

/** Series that every message brings: Go agents send no sequence. */
const HEARTBEAT = '__name__=~"gomon_agent_sequence|cpu_usage_percent"';

/** How far from the present samples are looked for: what lies further ahead the aggregator refuses. */
const DAY = '1d';
/** Time in which the samples of a host are counted to see whether there are too many for its interval. */
export const SLOT_S = 300;

/** Window in which losses are counted. */
const LOSS_WINDOW = '1h';
export const LOSS_WINDOW_MS = 3600_000;

/** Whose hosts are asked for, and the labels by which the answers are told apart. */
export interface Scope {
  /** Label matchers; may be empty. */
  selector: string;
  by: string;
}

/** Collection time (Unix seconds) of the newest sample, by host. */
export function lastSampleQuery({ selector, by }: Scope, window: string) {
  return `max by (${by}) (tlast_over_time({${HEARTBEAT},${selector}}[${window}]))`;
}

/** Collection time (Unix seconds) of the oldest sample, by host. */
export function firstSampleQuery({ selector, by }: Scope, window: string) {
  return `min by (${by}) (tfirst_over_time({${HEARTBEAT},${selector}}[${window}]))`;
}

/** Interval of the agent in milliseconds, by host. */
export function intervalQuery({ selector, by }: Scope, window: string) {
  return `max by (${by}) (last_over_time(gomon_agent_interval_ms{${selector}}[${window}]))`;
}

/**
 * Messages that never arrived, by host: sequence numbers that were used up, less samples that are there. A restart of the
 * agent begins the numbers anew, which `increase` knows how to read.
 */
export function missingQuery({ selector, by }: Scope): string {
  const series = `gomon_agent_sequence{${selector}}[${LOSS_WINDOW}]`;
  return `max by (${by}) (clamp_min(increase(${series}) - count_over_time(${series}), 0))`;
}

/** Hosts whose newest sample lies ahead of now, and when it does (Unix seconds). Normally nothing: it costs little. */
export function aheadQuery(selector: string): string {
  return `max by (instance) (tlast_over_time({${HEARTBEAT},${selector}}[${DAY}] offset -${DAY}))`;
}

/** Samples of some hosts in the day before the time of the query. */
export function countQuery(
  selector: string,
  instances: readonly string[],
): string {
  return `sum by (instance) (count_over_time({${HEARTBEAT},${among(
    selector,
    instances,
  )}}[${DAY}]))`;
}

/** Samples of some hosts that lie more than a minute ahead of now. */
export function displacedAheadQuery(
  selector: string,
  instances: readonly string[],
): string {
  const series = `gomon_agent_sequence{${among(selector, instances)}}`;
  return `max by (instance) (count_over_time(${series}[1439m] offset -${DAY}))`;
}

/** The most samples of some hosts in any {@link SLOT_S} of the last day. */
export function densestQuery(
  selector: string,
  instances: readonly string[],
): string {
  const series = `gomon_agent_sequence{${among(selector, instances)}}`;
  return `max by (instance) (max_over_time(count_over_time(${series}[${SLOT_S}s])[25h:${SLOT_S}s]))`;
}

function among(selector: string, instances: readonly string[]): string {
  const names = instances.map(name =>
    name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return `${selector},instance=~${labelValue(names.join('|'))}`;
}

/** What is read of hosts, by figure. */
const READINGS = {
  cpu: 'cpu_usage_percent',
  memory: 'mem_usage_percent',
  disk: 'disk_used_percent',
};

export type Reading = keyof typeof READINGS;

export const readings = Object.keys(READINGS) as Reading[];

/** Newest reading, by host; of several disks the fullest. */
export function readingQuery(
  reading: Reading,
  { selector, by }: Scope,
  window: string,
): string {
  return `max by (${by}) (last_over_time(${READINGS[reading]}{${selector}}[${window}]))`;
}
