import { sentenceOf } from '@gomon/dev-stack';
import { findChromium } from '@gomon/portal-browser';
import { oneFailed, oneSkipped } from '../counts';
import { runJest } from '../jest';
import type { Step } from '../step';

export const browser: Step = {
  name: 'browser',
  title: 'browser tests',
  async run(paths) {
    let chromium: string;
    try {
      chromium = await findChromium();
    } catch (error) {
      // A developer's machine may lack a browser; a run that decides may not.
      const counts = process.env.CI ? oneFailed : oneSkipped;
      return { counts, remark: sentenceOf(error) };
    }
    return runJest(
      'jest/bin/jest.js',
      ['--config', 'jest.browser.config.js', ...paths],
      { CHROME_PATH: chromium },
    );
  },
};
