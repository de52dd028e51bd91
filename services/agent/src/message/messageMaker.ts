import { encodeMetric, Metric, Scope } from '@gomon/wire';
import type { Readings } from '../collect/collector';

/** A reading, ready to be sent: nothing about it changes however long it waits. */
export interface Message {
  readonly bytes: Uint8Array;
  readonly sequence: number;
  readonly collectedAtMs: number;
  /** The reading's place in its trace; absent without tracing, and after a stay in the spool. */
  readonly traceparent?: string;
}

/** What all messages of one agent share. */
export interface Identity {
  hostname: string;
  /** Random per start. */
  bootId: string;
  intervalMs: number;
  scope: Scope;
}

const BYTES_PER_GB = 1024 ** 3;
const BYTES_PER_MIB = 1024 ** 2;

/** A clock that goes back this far is corrected in small steps; beyond, it was set, and is believed. */
const SMALL_STEP_MS = 1000;

/**
 * Makes messages of readings. Time and sequence are given here, at collection, not when the message is sent. No two
 * messages of a boot have the same time, even if the clock stands still or is corrected: the database keeps one value a time.
 */
export class MessageMaker {
  private sequence = 0;
  private lastMs = 0;

  constructor(private readonly identity: Identity) {}

  make(readings: Readings, nowMs: number, traceparent?: string): Message {
    const back = this.lastMs - nowMs;
    const repeats = back >= 0 && back < SMALL_STEP_MS;
    const collectedAtMs = repeats ? this.lastMs + 1 : nowMs;
    this.lastMs = collectedAtMs;
    this.sequence += 1;
    const metric: Metric = {
      hostname: this.identity.hostname,
      timestamp: String(Math.floor(collectedAtMs / 1000)),
      diskStats: [],
      netStats: [],
      ...readings,
      ...inWholeUnits(readings),
      sequence: this.sequence,
      agentBootId: this.identity.bootId,
      intervalMs: this.identity.intervalMs,
      collectedAtMs,
      scope: this.identity.scope,
    };
    const { sequence } = this;
    return {
      bytes: encodeMetric(metric),
      sequence,
      collectedAtMs,
      traceparent,
    };
  }
}

/** Fields 5-7 as the Go agents write them, so that the Go aggregator still understands ours during a migration. */
function inWholeUnits(readings: Readings): Partial<Metric> {
  const { memoryTotalBytes, memoryUsedBytes, memoryAvailableBytes } = readings;
  return {
    memoryTotalGb: whole(memoryTotalBytes, BYTES_PER_GB),
    memoryUsedGb: whole(memoryUsedBytes, BYTES_PER_GB),
    memoryFreeMib: whole(memoryAvailableBytes, BYTES_PER_MIB),
  };
}

function whole(bytes: number | undefined, unit: number): number | undefined {
  return bytes === undefined ? undefined : Math.floor(bytes / unit);
}
