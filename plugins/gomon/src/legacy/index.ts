/**
 * The same page, tab and card for portals on Backstage's old frontend system.
 *
 * @packageDocumentation
 */
export {
  EntityGomonHealthCard,
  EntityGomonHealthContent,
  GomonPage,
  gomonPlugin,
} from './plugin';
export { isGomonAvailable } from './isGomonAvailable';
export { gomonApiRef } from '../api/GomonApi';
export type { GomonApi, GomonRequestOptions } from '../api/GomonApi';
export { gomonTranslationRef } from '../translation';
