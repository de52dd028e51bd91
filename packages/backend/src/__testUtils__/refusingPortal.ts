import { createBackend } from '@backstage/backend-defaults';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/** Allows everything but what gomon protects. */
const refusingPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'refuse-gomon',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async ({ permission }) => ({
            result: permission.name.startsWith('gomon.')
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          }),
        });
      },
    });
  },
});

/**
 * A portal in which nobody holds a permission of gomon's: for the browser test of what such a person sees. Only what its pages
 * need runs in it.
 */
const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(refusingPolicy);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@gomon/plugin-gomon-backend'));

backend.start();
