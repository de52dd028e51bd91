import { DEFAULT_DECODE_LIMITS } from './limits';
import { Metric } from './metric';

/** Says of a disk or interface of one message whether it may have series. */
export type NameAllowance = (name: string) => boolean;

interface Host {
  day: number;
  /** What the last message listed: while that stays the same nothing has to be remembered. */
  fingerprint: number;
  /** Names of this day, once they have changed. */
  names: Set<string> | undefined;
}

/** Disks and interfaces that one host may show in a day: as many as one message may list, so that only change is refused, never size. */
export const DEFAULT_MAX_NAMES_PER_HOST =
  DEFAULT_DECODE_LIMITS.maxDisks + DEFAULT_DECODE_LIMITS.maxInterfaces;
const MAX_HOSTS = 500_000;
const DAY_MS = 86_400_000;

/**
 * Bounds the series of each host: a host whose disks or interfaces have new names all the time (one a container, say)
 * would fill the database's index. Counts the names of a UTC day of the samples; the next day begins anew, so that a
 * host that is repaired is whole again. Hosts that stay as they are cost a few bytes each.
 */
export class SeriesBudget {
  private readonly hosts = new Map<string, Host>();

  constructor(private readonly maxNames = DEFAULT_MAX_NAMES_PER_HOST) {}

  /** What a message may store; undefined when all of it, which is nearly always. */
  allowance(
    instance: string,
    timeMs: number,
    metric: Metric,
  ): NameAllowance | undefined {
    const day = Math.floor(timeMs / DAY_MS);
    const fingerprint = fingerprintOf(metric);
    let host = this.hosts.get(instance);
    if (!host || host.day !== day) {
      if (this.hosts.size >= MAX_HOSTS) this.hosts.clear();
      host = { day, fingerprint: NaN, names: undefined };
      this.hosts.set(instance, host);
    }
    const first = Number.isNaN(host.fingerprint);
    if (host.fingerprint === fingerprint && !host.names) return undefined;
    host.fingerprint = fingerprint;
    const count = metric.diskStats.length + metric.netStats.length;
    if (first && count <= this.maxNames) return undefined;
    host.names ??= new Set();
    return this.counting(host.names);
  }

  private counting(names: Set<string>): NameAllowance {
    return name => {
      if (names.has(name)) return true;
      if (names.size >= this.maxNames) return false;
      names.add(name);
      return true;
    };
  }
}

/** A number that is the same for the same list of names, and hardly ever for another. */
function fingerprintOf({ diskStats, netStats }: Metric): number {
  let hash = diskStats.length * 31 + netStats.length;
  for (const { mountpoint } of diskStats) hash = mix(hash, mountpoint);
  for (const { interfaceName } of netStats) hash = mix(hash, interfaceName);
  return hash;
}

function mix(start: number, text: string): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) {
    // eslint-disable-next-line no-bitwise
    hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  }
  return hash;
}
