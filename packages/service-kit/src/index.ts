/**
 * What the agent and the aggregator share: settings, logging, the pages for Prometheus and probes, orderly shutdown,
 * and the way to Kafka.
 *
 * @packageDocumentation
 */
export { byCodeUnits } from './byCodeUnits';
export * from './errors/operationalError';
export { Secret } from './settings/secret';
export * from './settings/setting';
export * as kinds from './settings/kinds';
export { loadSettings, SettingsError } from './settings/loadSettings';
export type { CrossCheck } from './settings/loadSettings';
export { settingsHelp, settingsTable } from './settings/describeSettings';
export { serviceSettings } from './settings/serviceSettings';
export { createLogger } from './logger';
export type { Logger } from './logger';
export { Readiness } from './http/readiness';
export type { Dependency, NotReadyReason } from './http/readiness';
export { startMonitoringServer } from './http/monitoringServer';
export type {
  MonitoringServer,
  MonitoringServerOptions,
} from './http/monitoringServer';
export { Counter, Gauge, Histogram, Registry } from './metrics/promClient';
export { createRegistry } from './metrics/processMetrics';
export type { ProcessMetricsOptions } from './metrics/processMetrics';
export { readCgroupLimits } from './metrics/cgroup';
export type { CgroupLimits } from './metrics/cgroup';
export { Shutdown } from './lifecycle/shutdown';
export { runProgram } from './lifecycle/program';
export type { ConnectionCheck, Program, Running } from './lifecycle/program';
export {
  crossCheckKafka,
  kafkaSettings,
  SASL_MECHANISMS,
} from './kafka/kafkaSettings';
export type { KafkaValues } from './kafka/kafkaSettings';
export { createKafkaClient } from './kafka/kafkaClient';
export type { KafkaClientOptions } from './kafka/kafkaClient';
export { checkKafkaTopic } from './kafka/checkKafka';
export { explainKafkaError, KAFKA_ERRORS } from './kafka/kafkaErrors';
export type { KafkaErrorCode } from './kafka/kafkaErrors';
export { traceSettings } from './tracing/traceSettings';
export { startTracing } from './tracing/tracing';
export type { Span, SpanOptions, Tracing } from './tracing/tracing';
