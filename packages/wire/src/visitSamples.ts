import { cleanLabelValue } from './labelValue';
import { Metric, readingOf } from './metric';
import { NameCheck } from './nameCheck';
import { sampleTime, Clock, TimeReason } from './sampleTime';
import type { NameAllowance, SeriesBudget } from './seriesBudget';
import {
  BYTES_PER_GIB,
  BYTES_PER_MIB,
  NAMELESS_INSTANCE,
  Series,
  SERIES,
  UNKNOWN_SCOPE,
} from './series';

/** Why a sample is not stored; stable, used as the value of a Prometheus label. */
export type SampleReason =
  | TimeReason
  | 'value_not_finite'
  | 'value_negative'
  | 'label_empty'
  | 'duplicate_series'
  | 'too_many_series';

/** What a message's samples depend on besides the message. */
export interface SampleContext extends Clock {
  /** The record's `host` header. */
  hostHeader?: string;
  /** What {@link originOf} says of the message, where that is known already. */
  origin?: Origin;
  /** Bounds the series of each host; without one only the decoder's limits do. */
  budget?: SeriesBudget;
}

/** Takes what {@link visitSamples} finds, in the order of the message. */
export interface SampleVisitor {
  accept(series: Series, ownLabelValue: string, value: number): void;
  reject(series: Series, reason: SampleReason): void;
}

/** Whose figures a message carries, for labels. */
export interface Origin {
  instance: string;
  scope: string;
  /** Neither message nor record say which host it is: its samples share series with every other such message. */
  nameless: boolean;
}

/** Says whose figures a message carries: its hostname, else the record header, else `unknown`. */
export function originOf(metric: Metric, hostHeader?: string): Origin {
  const name = metric.hostname || hostHeader || '';
  const scope =
    metric.scope === 'host' || metric.scope === 'container'
      ? metric.scope
      : UNKNOWN_SCOPE;
  return {
    instance: name === '' ? NAMELESS_INSTANCE : cleanLabelValue(name),
    scope,
    nameless: name === '',
  };
}

/**
 * Walks the samples of a message. Every reading ends in exactly one call, `accept` or `reject`, so that what goes
 * in equals what comes out plus what was refused. Readings that the message lacks end in none.
 *
 * @param origin - what {@link originOf} says of the message
 * @returns the time of all accepted samples, or undefined when all were refused for their time
 */
export function visitSamples(
  metric: Metric,
  context: SampleContext,
  visitor: SampleVisitor,
  origin: Origin,
): number | undefined {
  const time = sampleTime(metric, context);
  const sink =
    typeof time === 'number' ? visitor : refusing(visitor, time as TimeReason);
  offer(sink, SERIES.cpu, '', readingOf(metric, metric.cpuUsagePercent));
  offer(sink, SERIES.memory, '', readingOf(metric, metric.memoryUsedPercent));
  const allows =
    typeof time === 'number'
      ? context.budget?.allowance(origin.instance, time, metric)
      : undefined;
  visitDisks(metric, sink, allows);
  visitInterfaces(metric, sink, allows);
  offer(sink, SERIES.sequence, '', metric.sequence);
  offer(sink, SERIES.interval, '', metric.intervalMs);
  return typeof time === 'number' ? time : undefined;
}

function visitDisks(
  metric: Metric,
  sink: SampleVisitor,
  allows: NameAllowance | undefined,
): void {
  const names = new NameCheck(metric.diskStats.length, allows);
  for (const disk of metric.diskStats) {
    const refused = names.refuse(disk.mountpoint);
    const label = cleanLabelValue(disk.mountpoint);
    const percent = readingOf(metric, disk.usedPercent);
    const used = readingOf(metric, disk.usedBytes);
    offer(sink, SERIES.diskPercent, label, percent, refused);
    offer(sink, SERIES.diskUsed, label, per(used, BYTES_PER_GIB), refused);
  }
}

function visitInterfaces(
  metric: Metric,
  sink: SampleVisitor,
  allows: NameAllowance | undefined,
): void {
  const names = new NameCheck(metric.netStats.length, allows);
  for (const usage of metric.netStats) {
    const refused = names.refuse(usage.interfaceName);
    const label = cleanLabelValue(usage.interfaceName);
    const received = readingOf(metric, usage.bytesReceived);
    const sent = readingOf(metric, usage.bytesSent);
    offer(sink, SERIES.received, label, per(received, BYTES_PER_MIB), refused);
    offer(sink, SERIES.sent, label, per(sent, BYTES_PER_MIB), refused);
  }
}

function per(bytes: number | undefined, unit: number): number | undefined {
  return bytes === undefined ? undefined : bytes / unit;
}

function offer(
  sink: SampleVisitor,
  series: Series,
  label: string,
  value: number | undefined,
  refused?: SampleReason,
): void {
  if (value === undefined) return;
  if (refused !== undefined) sink.reject(series, refused);
  else if (!Number.isFinite(value)) sink.reject(series, 'value_not_finite');
  else if (value < 0) sink.reject(series, 'value_negative');
  else sink.accept(series, label, value);
}

function refusing(visitor: SampleVisitor, reason: TimeReason): SampleVisitor {
  return {
    accept: series => visitor.reject(series, reason),
    reject: (series, own) => visitor.reject(series, own),
  };
}
