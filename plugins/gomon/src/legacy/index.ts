/**
 * The same page, tab and card for portals on Backstage's old frontend system.
 *
 * @packageDocumentation
 */
export {
  EntityGomonDeploymentsCard,
  EntityGomonHealthCard,
  EntityGomonHealthContent,
  EntityGomonLinksCard,
  EntityGomonLogsContent,
  EntityGomonQualityCard,
  EntityGomonSystemHealthCard,
  GomonPage,
  gomonPlugin,
} from './plugin';
export { areGomonDeploymentsAvailable } from './areGomonDeploymentsAvailable';
export { areGomonLinksAvailable } from './areGomonLinksAvailable';
export { isGomonAvailable } from './isGomonAvailable';
export { isGomonQualityAvailable } from './isGomonQualityAvailable';
export { gomonApiRef } from '../api/GomonApi';
export type {
  GomonApi,
  GomonEventQuery,
  GomonHostQuery,
  GomonLogQuery,
  GomonNewSilence,
  GomonRange,
  GomonRequestOptions,
} from '../api/GomonApi';
export { gomonTranslationRef } from '../translation';
