import { join } from 'node:path';
import { backstageCli } from '../../portal/backstageCli';
import { portalSettings } from '../../portal/portalSettings';
import { ProcessComponent } from '../../processes/processComponent';
import type { StackPart } from '../part';

export const frontend: StackPart = {
  name: 'frontend',
  title: 'portal frontend',
  isWanted: context => context.portal === 'development',
  portsOf: context => [context.ports.frontend],
  addressOf: context => context.urls.frontend,
  async prepare(context) {
    const component = new ProcessComponent({
      name: 'frontend',
      title: "The portal's frontend",
      address: context.urls.frontend,
      port: context.ports.frontend,
      logFile: join(context.directories.logs, 'frontend.log'),
      command: async () =>
        backstageCli('app', ['start'], await portalSettings(context)),
      // The development server answers when it has compiled everything.
      isReady: async () =>
        (
          await fetch(context.urls.frontend, {
            signal: AbortSignal.timeout(10_000),
          })
        ).ok,
      readyWithinMs: 300_000,
      stopWithinMs: 10_000,
    });
    return {
      components: [component],
      start: () => component.start(),
      // Our own looks make it say that it has not finished yet.
      isWorthShowing: line => !line.includes('webpack-dev-middleware'),
    };
  },
};
