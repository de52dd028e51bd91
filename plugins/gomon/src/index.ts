/**
 * The portal's views of gomon, for Backstage's new frontend system.
 *
 * @packageDocumentation
 */
export { gomonPlugin as default } from './plugin';
export { gomonApiRef } from './api/GomonApi';
export type {
  GomonApi,
  GomonEventQuery,
  GomonHostQuery,
  GomonLogQuery,
  GomonNewSilence,
  GomonRange,
  GomonRequestOptions,
} from './api/GomonApi';
export { gomonTranslationRef } from './translation';
