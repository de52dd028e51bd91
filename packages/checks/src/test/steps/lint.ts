import { oneFailed, onePassed } from '../counts';
import { runOnScreen } from '../program';
import type { Step } from '../step';

export const lint: Step = {
  name: 'lint',
  title: 'lint',
  async run() {
    const code = await runOnScreen('@backstage/cli/bin/backstage-cli', [
      'repo',
      'lint',
      '--max-warnings',
      '0',
    ]);
    return { counts: code === 0 ? onePassed : oneFailed };
  },
};
