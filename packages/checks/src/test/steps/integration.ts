import { runJest } from '../jest';
import type { Step } from '../step';

export const integration: Step = {
  name: 'integration',
  title: 'integration tests',
  run: paths =>
    runJest('jest/bin/jest.js', [
      '--config',
      'jest.integration.config.js',
      ...paths,
    ]),
};
