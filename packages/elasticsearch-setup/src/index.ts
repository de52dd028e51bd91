/**
 * Makes Elasticsearch ready for the aggregator's log.
 *
 * @packageDocumentation
 */
export { desiredState, generationOf, indexName } from './desired/desired';
export type { Desired, DesiredOptions, IndexTemplate } from './desired/desired';
export { fields } from './desired/fields';
export type { FieldMapping } from './desired/fields';
export { LIFECYCLE_POLICY, lifecyclePolicy } from './desired/lifecyclePolicy';
export type { LifecyclePolicy } from './desired/lifecyclePolicy';
export { setUp } from './setUp';
export type { SetUpOptions } from './setUp';
export type { Obstacle } from './plan/obstacles';
export type { Plan, Step } from './plan/plan';
