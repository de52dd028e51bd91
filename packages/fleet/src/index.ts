/**
 * A fleet of agents in a box, for tests, benchmarks and demonstrations: realistic figures, jitter, restarts and churn,
 * played straight into Kafka, with a ledger of what Kafka acknowledged; and a platform of many sites whose hosts they are.
 *
 * @packageDocumentation
 */
export { DEFAULT_FLEET, hostName, bootId, runsGo } from './model/fleetModel';
export type { FleetModel, Life } from './model/fleetModel';
export { DueMessages } from './play/dueMessages';
export type { Due } from './play/dueMessages';
export { messageOf } from './model/messageOf';
export { Ledger } from './ledger/ledger';
export type { Produced } from './ledger/ledger';
export { Fleet } from './play/fleet';
export type { FleetOptions } from './play/fleet';
export { spawnFleet } from './play/spawnFleet';
export type { SpawnedFleet } from './play/spawnFleet';
export {
  COMPONENTS_PER_SITE,
  HOSTS_PER_SITE,
  LARGE,
  siteConfiguration,
  siteEntities,
} from './platform/sites';
export type { PlatformSize, SharedServers } from './platform/sites';
export { LargePlatform } from './platform/LargePlatform';
export type {
  LargePlatformOptions,
  LargePortalOptions,
} from './platform/LargePlatform';
