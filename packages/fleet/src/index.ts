/**
 * A fleet of agents in a box, for tests, benchmarks and demonstrations: realistic figures, jitter, restarts and churn,
 * played straight into Kafka, with a ledger of what Kafka acknowledged.
 *
 * @packageDocumentation
 */
export { DEFAULT_FLEET, hostName, bootId, runsGo } from './model/fleetModel';
export type { FleetModel, Life } from './model/fleetModel';
export { messageOf } from './model/messageOf';
export { Ledger } from './ledger/ledger';
export type { Produced } from './ledger/ledger';
export { Fleet } from './play/fleet';
export type { FleetOptions } from './play/fleet';
