import { Metric } from './metric';
import { JOB } from './series';
import {
  originOf,
  SampleContext,
  SampleReason,
  SampleVisitor,
  visitSamples,
} from './visitSamples';

/** One value of one series at one time. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
  /** Unix milliseconds. */
  timestampMs: number;
}

/** A reading that is not stored, and why. */
export interface RejectedSample {
  reason: SampleReason;
  /** Name of the series. */
  name: string;
}

/** What one message comes to. */
export interface MessageSamples {
  samples: Sample[];
  rejected: RejectedSample[];
  instance: string;
  /** The host is not known: see {@link originOf}. */
  nameless: boolean;
}

/**
 * The samples of one message, as objects. Labels and times depend on the message and its record alone, so a message
 * that is delivered twice writes the same samples twice. For many messages {@link ImportBatch} is cheaper.
 *
 * @param context - record header, `environment` label, and the clock that times are held against
 */
export function toSamples(
  metric: Metric,
  context: SampleContext & { environment?: string } = {},
): MessageSamples {
  const origin = context.origin ?? originOf(metric, context.hostHeader);
  const { instance, scope, nameless } = origin;
  const common: Record<string, string> = { job: JOB, instance, scope };
  if (context.environment) common.environment = context.environment;
  const samples: Sample[] = [];
  const rejected: RejectedSample[] = [];
  const visitor: SampleVisitor = {
    accept({ name, label }, own, value) {
      const labels = label ? { ...common, [label]: own } : { ...common };
      samples.push({ name, labels, value, timestampMs: 0 });
    },
    reject: ({ name }, reason) => rejected.push({ reason, name }),
  };
  const timestampMs = visitSamples(metric, context, visitor, origin);
  for (const sample of samples) sample.timestampMs = timestampMs ?? 0;
  return { samples, rejected, instance, nameless };
}
