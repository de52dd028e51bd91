import { Status } from '@gomon/plugin-gomon-common';
import { Component, FigureReport, HostReport } from '@gomon/plugin-gomon-node';
import { durationInWords } from '../../words/age';
import { plural } from '../../words/count';

/** How a host's clock is wrong. */
export type ClockError = { ahead: true; seconds: number } | { ahead: false };

/** What is known of a host. */
export interface Host {
  instance: string;
  /** Collection time of its newest sample, Unix milliseconds. */
  lastSampleMs?: number;
  /** Collection time of the oldest sample that is looked for, Unix milliseconds. */
  firstSampleMs?: number;
  intervalMs?: number;
  /** Messages of the last hour that never arrived. */
  missing?: number;
  /** What its clock is known to be off by. */
  clock?: ClockError;
  /** Newest readings, by figure. */
  readings: Record<string, number>;
  /** How old they are: collection time of its newest sample when they were read, Unix milliseconds. */
  readAtMs?: number;
}

/** Interval of agents that do not say theirs. */
export const DEFAULT_INTERVAL_MS = 30_000;
/** A host is silent after so many of its own intervals. */
const SILENT_AFTER_INTERVALS = 3;

/** Age from which a host counts as silent, in milliseconds. */
export function silentAfterMs({
  intervalMs = DEFAULT_INTERVAL_MS,
}: Host): number {
  return SILENT_AFTER_INTERVALS * intervalMs;
}

/** Age of its newest sample, in milliseconds. */
export function ageMs({ lastSampleMs = 0 }: Host, now: Date): number {
  return Math.max(0, now.getTime() - lastSampleMs);
}

/** Whether nothing has come from the host for three of its own intervals. With a wrong clock it is not silent. */
export function isSilent(host: Host, now: Date): boolean {
  return !host.clock && isStale(host, now);
}

/** Whether its newest sample of this hour is older than three of its own intervals. */
export function isStale(host: Host, now: Date): boolean {
  return ageMs(host, now) > silentAfterMs(host);
}

const labels: Record<string, string> = {
  cpu: 'CPU used',
  memory: 'memory used',
  disk: 'fullest disk',
};

/** Share of the hosts that must report for the way to be open, and share that may be silent by themselves at once. */
const FLOWING = 0.8;
const FEW = 0.05;

/** Whether what is between the hosts and the database lets their samples through: nearly all of them report. */
export function isFlowing(hosts: readonly Host[], now: Date): boolean {
  const fresh = hosts.filter(
    host => 1.5 * ageMs(host, now) <= silentAfterMs(host),
  );
  const silent = hosts.filter(host => isStale(host, now));
  return (
    fresh.length >= FLOWING * hosts.length &&
    silent.length <= Math.max(1, FEW * hosts.length)
  );
}

/** A host as the API shows it. */
export function toHostReport(
  host: Host,
  { entityRef, environment }: Pick<Component, 'entityRef' | 'environment'>,
  now: Date,
): HostReport {
  const { instance, lastSampleMs, intervalMs, missing, readings } = host;
  const { readAtMs = lastSampleMs } = host;
  const silent = isSilent(host, now);
  const age = durationInWords(ageMs(host, now) / 1000);
  const lost = missing
    ? `; ${plural(missing, 'message')} of the last hour are missing`
    : '';
  const figures: FigureReport[] = Object.keys(labels)
    .filter(id => readings[id] !== undefined)
    .map(id => ({
      id,
      label: labels[id],
      value: readings[id],
      unit: 'percent',
      observedAt: new Date(readAtMs!).toISOString(),
    }));
  return {
    environment,
    entityRef,
    instance,
    status: statusOf(silent, missing, host.clock),
    sentence: silent
      ? `Silent for ${age}; it should report every ${durationInWords(
          (intervalMs ?? DEFAULT_INTERVAL_MS) / 1000,
        )}${lost}.`
      : `Reports${
          host.clock ? `, but its clock ${clockInWords(host.clock)}` : ''
        }${lost}.`,
    lastSampleAt: new Date(lastSampleMs!).toISOString(),
    intervalMs,
    missing,
    figures,
  };
}

function statusOf(
  silent: boolean,
  missing: number | undefined,
  clock: ClockError | undefined,
): Status {
  if (silent) return 'down';
  return missing || clock ? 'degraded' : 'ok';
}

/** How a clock is wrong: `is 60 min ahead`. */
export function clockInWords(clock: ClockError): string {
  return clock.ahead
    ? `is ${durationInWords(clock.seconds)} ahead`
    : 'is behind: what it sends carries old times';
}
