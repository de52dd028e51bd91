import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { backstageCli } from '../../portal/backstageCli';
import { buildFrontend } from '../../portal/buildFrontend';
import { portalSettings } from '../../portal/portalSettings';
import { ProcessComponent } from '../../processes/processComponent';
import type { StackPart } from '../part';

export const backend: StackPart = {
  name: 'backend',
  title: 'portal backend',
  isWanted: context => context.portal !== 'none',
  portsOf: context => [context.ports.backend],
  addressOf: context => context.urls.backend,
  async prepare(context) {
    const env = portalSettings(context);
    if (context.portal === 'built') {
      await buildFrontend(env);
    }
    const address = `http://127.0.0.1:${context.ports.backend}`;
    const component = new ProcessComponent({
      name: 'backend',
      title: "The portal's backend",
      address: context.urls.backend,
      port: context.ports.backend,
      logFile: join(context.directories.logs, 'backend.log'),
      async command() {
        await mkdir(join(context.directories.state, 'portal'), {
          recursive: true,
        });
        return backstageCli('backend', ['start'], env);
      },
      isReady: async () => {
        const look = `${address}/.backstage/health/v1/readiness`;
        return (await fetch(look, { signal: AbortSignal.timeout(5_000) })).ok;
      },
      readyWithinMs: 240_000,
      stopWithinMs: 15_000,
    });
    return {
      components: [component],
      start: () => component.start(),
      // One line for every request would bury all others.
      isWorthShowing: line => !/rootHttpRouter.*info/.test(line),
    };
  },
};
