import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { gomonPermissions } from '@gomon/plugin-gomon-common';
import { gomonProbesExtensionPoint } from '@gomon/plugin-gomon-node';
import { startGomon } from './startGomon';
import { ProbeRegistry } from './probes/ProbeRegistry';

/**
 * The gomon backend plugin: looks at the platform, finds causes, and answers the portal.
 *
 * @public
 */
export const gomonPlugin = createBackendPlugin({
  pluginId: 'gomon',
  register(env) {
    const registry = new ProbeRegistry();
    env.registerExtensionPoint(gomonProbesExtensionPoint, registry);
    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        deps.permissionsRegistry.addPermissions(gomonPermissions);
        await startGomon({ ...deps, registry });
      },
    });
  },
});
