import { oneFailed, onePassed } from '../counts';
import { runOnScreen } from '../program';
import type { Step } from '../step';

export const types: Step = {
  name: 'types',
  title: 'type check',
  async run() {
    const code = await runOnScreen('typescript/bin/tsc', [
      '--noEmit',
      '--emitDeclarationOnly',
      'false',
      '--tsBuildInfoFile',
      '.gomon/cache/tsc.tsbuildinfo',
    ]);
    return { counts: code === 0 ? onePassed : oneFailed };
  },
};
