import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To read the health of components, pipelines and hosts.
 *
 * @public
 */
export const gomonHealthReadPermission = createPermission({
  name: 'gomon.health.read',
  attributes: { action: 'read' },
});

/**
 * All permissions of the plugin, for policies and registration.
 *
 * @public
 */
export const gomonPermissions = [gomonHealthReadPermission];
