import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObservedStack } from '../observedStack';
import type { VerifyPart } from '../part';

export const lifecycle: VerifyPart = {
  name: 'lifecycle',
  title: 'the stack comes up, stays in hand and goes away',
  minutes: 5,
  about:
    'Starts `yarn dev` with a state folder of its own on free ports, first without the portal, then with it on the state that is there; ends one component by force; ends the supervisor by Ctrl-C and by `kill -9`; and counts the processes that are left. Times depend on the machine and on what else it does.',
  async run(findings) {
    const dir = await mkdtemp(join(tmpdir(), 'gomon-verify-'));
    const stack = new ObservedStack(dir, findings);
    try {
      await stack.start('--services-only');
      stack.tellFirstSamples();
      await stack.killComponent('victoria-metrics');
      await stack.endBy('SIGINT');
      await stack.start();
      stack.tell('portal answers', /it answers after (\S+ s)/, 90);
      stack.tellFirstSamples();
      await stack.endBy('SIGKILL');
      await stack.start('--services-only', '--brokers', '3');
      stack.tellFirstSamples();
      await stack.endBy('SIGTERM');
    } finally {
      stack.abandon();
      await rm(dir, { recursive: true, force: true });
    }
  },
};
