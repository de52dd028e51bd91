/**
 * Keeps kafkajs asleep while it has nothing to do.
 *
 * @packageDocumentation
 */
export { guardIdleTimers } from './guardIdleTimers';
