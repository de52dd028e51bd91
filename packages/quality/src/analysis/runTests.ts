import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot, run } from '@gomon/dev-stack';

/** Where the coverage reports lie; sonar-project.properties names the same files. */
const COVERAGE = '.gomon/coverage';

const suites: Record<string, string[]> = {
  unit: ['@backstage/cli/bin/backstage-cli', 'repo', 'test'],
  integration: ['jest/bin/jest.js', '--config', 'jest.integration.config.js'],
};

/** What came of one run of tests. */
export interface TestRun {
  suite: string;
  passed: boolean;
  seconds: number;
  output: string;
}

/** Runs the tests with coverage (lcov), one suite after the other; each leaves a report of its own. */
export async function runTests(
  say: (line: string) => void,
): Promise<TestRun[]> {
  const runs: TestRun[] = [];
  for (const [suite, [program, ...args]] of Object.entries(suites)) {
    say(`Running the ${suite} tests with coverage ...`);
    const directory = join(repositoryRoot, COVERAGE, suite);
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    const began = performance.now();
    const { code, output } = await run({
      file: process.execPath,
      args: [
        join(repositoryRoot, 'node_modules', program),
        ...args,
        '--coverage',
        `--coverageDirectory=${directory}`,
        '--coverageReporters=lcovonly',
      ],
      cwd: repositoryRoot,
      // Without CI, Backstage's command line would watch for changes.
      env: { ...process.env, CI: 'true' },
    });
    const seconds = (performance.now() - began) / 1000;
    runs.push({ suite, passed: code === 0, seconds, output });
  }
  return runs;
}
