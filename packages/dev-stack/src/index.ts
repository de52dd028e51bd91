/**
 * Brings real servers up for development and for tests.
 *
 * @packageDocumentation
 */
export type { Component, ExitListener } from './component';
export { createKafka } from './kafka/createKafka';
export type { KafkaCluster, KafkaOptions } from './kafka/createKafka';
export { gomonTopics } from './kafka/topics';
export type { Topic } from './kafka/topics';
export { freePort } from './ports';
export { Problem } from './problem';
export { createService } from './service/createService';
export type { Service, ServiceOptions } from './service/createService';
export type { StackUrls } from './stack/part';
export { startStack } from './stack/startStack';
export type { RunningStack, StartStackOptions } from './stack/startStack';
export { createVictoriaMetrics } from './victoriaMetrics/createVictoriaMetrics';
export type {
  VictoriaMetrics,
  VictoriaMetricsOptions,
} from './victoriaMetrics/createVictoriaMetrics';
