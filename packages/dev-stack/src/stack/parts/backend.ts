import { buildFrontend } from '../../portal/buildFrontend';
import { createPortalBackend } from '../../portal/createPortalBackend';
import { portalSettings } from '../../portal/portalSettings';
import type { StackPart } from '../part';

export const backend: StackPart = {
  name: 'backend',
  title: 'portal backend',
  isWanted: context => context.portal !== 'none',
  portsOf: ({ ports, with: optional }) => [
    ports.backend,
    ...(optional.includes('alerts') ? [ports.portalMetrics] : []),
  ],
  addressOf: context => context.urls.backend,
  async prepare(context) {
    const env = await portalSettings(context);
    if (context.portal === 'built') {
      await buildFrontend(env);
    }
    const component = createPortalBackend({
      dir: context.directories.state,
      logDir: context.directories.logs,
      port: context.ports.backend,
      address: context.urls.backend,
      watch: context.portal === 'development',
      env,
    });
    return {
      components: [component],
      start: () => component.start(),
      // One line for every request would bury all others.
      isWorthShowing: line => !/rootHttpRouter.*info/.test(line),
    };
  },
};
