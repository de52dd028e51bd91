import { Metric } from './metric';

/** Why a time is not stored. */
export type TimeReason =
  | 'timestamp_invalid'
  | 'timestamp_in_seconds'
  | 'timestamp_in_future'
  | 'timestamp_too_old';

/** What a sample's time is held against. Without `nowMs` only its form is checked. */
export interface Clock {
  nowMs?: number;
  /** How long the database keeps samples. It drops older ones without a word. */
  retentionMs?: number;
  /** How far a clock may be ahead; VictoriaMetrics drops from 2 days on without a word. */
  maxFutureMs?: number;
}

/** Half of what VictoriaMetrics takes: a wrong time zone still passes, a wrong century does not. */
export const DEFAULT_MAX_FUTURE_MS = 24 * 60 * 60 * 1000;

/** 1973 in milliseconds; taken as seconds it is the year 5138. Below, a number can only be seconds. */
const SMALLEST_MS = 1e11;

const DECIMAL = /^\d{1,15}$/;

/** The time of all samples of a message in Unix milliseconds, or why it has none. */
export function sampleTime(metric: Metric, clock: Clock): number | TimeReason {
  const timestampMs = statedTime(metric);
  if (typeof timestampMs !== 'number' || clock.nowMs === undefined) {
    return timestampMs;
  }
  const ahead = timestampMs - clock.nowMs;
  if (ahead > (clock.maxFutureMs ?? DEFAULT_MAX_FUTURE_MS)) {
    return 'timestamp_in_future';
  }
  if (clock.retentionMs !== undefined && -ahead > clock.retentionMs) {
    return 'timestamp_too_old';
  }
  return timestampMs;
}

function statedTime(metric: Metric): number | TimeReason {
  const exact = metric.collectedAtMs;
  if (exact !== undefined && exact > 0) {
    return exact < SMALLEST_MS ? 'timestamp_in_seconds' : exact;
  }
  if (!DECIMAL.test(metric.timestamp)) return 'timestamp_invalid';
  const ms = Number(metric.timestamp) * 1000;
  return ms > 0 ? ms : 'timestamp_invalid';
}
