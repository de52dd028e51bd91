/**
 * The wire between agents and aggregator: messages of topic `metrics-v4`, and what they come to in VictoriaMetrics.
 * Pure: no client, no clock.
 *
 * @packageDocumentation
 */
export * from './metric';
export * from './limits';
export { DecodeError } from './decodeError';
export type { DecodeReason } from './decodeError';
export { decodeMetric } from './decode';
export { encodeMetric } from './encode';
export * from './topic';
export * from './series';
export { cleanLabelValue, MAX_LABEL_VALUE_LENGTH } from './labelValue';
export { DEFAULT_MAX_FUTURE_MS, sampleTime } from './sampleTime';
export type { Clock, TimeReason } from './sampleTime';
export { originOf, visitSamples } from './visitSamples';
export type {
  Origin,
  SampleContext,
  SampleReason,
  SampleVisitor,
} from './visitSamples';
export { DEFAULT_MAX_NAMES_PER_HOST, SeriesBudget } from './seriesBudget';
export type { NameAllowance } from './seriesBudget';
export { toSamples } from './samples';
export type { MessageSamples, RejectedSample, Sample } from './samples';
export { MAX_VALUES_PER_LINE, toImportLines } from './importLines';
export { ImportBatch } from './importBatch';
export type { Added } from './importBatch';
