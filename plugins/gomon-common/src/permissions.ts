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
 * To keep a component quiet: maintenance, acknowledge, mute; and to end that.
 *
 * @public
 */
export const gomonSilencePermission = createPermission({
  name: 'gomon.silence.create',
  attributes: { action: 'create' },
});

/**
 * To put events from outside on the timeline: deployments, gate changes.
 *
 * @public
 */
export const gomonEventCreatePermission = createPermission({
  name: 'gomon.event.create',
  attributes: { action: 'create' },
});

/**
 * To read the logs of components. Log lines may tell more than health does.
 *
 * @public
 */
export const gomonLogsReadPermission = createPermission({
  name: 'gomon.logs.read',
  attributes: { action: 'read' },
});

/**
 * All permissions of the plugin, for policies and registration.
 *
 * @public
 */
export const gomonPermissions = [
  gomonHealthReadPermission,
  gomonSilencePermission,
  gomonEventCreatePermission,
  gomonLogsReadPermission,
];
