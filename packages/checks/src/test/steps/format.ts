import { oneFailed, onePassed } from '../counts';
import { runOnScreen } from '../program';
import type { Step } from '../step';

export const format: Step = {
  name: 'format',
  title: 'format',
  async run() {
    const code = await runOnScreen('prettier/bin-prettier.js', [
      '--check',
      '--loglevel=warn',
      '**/*.{ts,tsx,js,cjs,mjs,css}',
    ]);
    return { counts: code === 0 ? onePassed : oneFailed };
  },
};
