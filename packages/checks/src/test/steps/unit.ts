import { runJest } from '../jest';
import type { Step } from '../step';

export const unit: Step = {
  name: 'unit',
  title: 'unit tests',
  run: paths =>
    runJest('@backstage/cli/bin/backstage-cli', ['repo', 'test', ...paths]),
};
