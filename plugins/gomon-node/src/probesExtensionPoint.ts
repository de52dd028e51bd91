import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Probe } from './probe';

/**
 * Where a module adds probes to gomon.
 *
 * @public
 */
export interface GomonProbesExtensionPoint {
  /**
   * Adds one probe or several.
   *
   * @throws ConflictError when a probe of the same id is there already.
   */
  addProbe(...probes: Probe[]): void;
}

/**
 * Extension point of the gomon backend plugin for probes of third parties.
 *
 * @example
 *
 * ```ts
 * export default createBackendModule({
 *   pluginId: 'gomon',
 *   moduleId: 'backup',
 *   register(reg) {
 *     reg.registerInit({
 *       deps: { gomon: gomonProbesExtensionPoint },
 *       async init({ gomon }) {
 *         gomon.addProbe(backups);
 *       },
 *     });
 *   },
 * });
 * ```
 *
 * @public
 */
export const gomonProbesExtensionPoint =
  createExtensionPoint<GomonProbesExtensionPoint>({ id: 'gomon.probes' });
