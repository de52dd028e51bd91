import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot, run, SERVICE_COVERAGE_FOLDER } from '@gomon/dev-stack';
import { reportServices } from './services/reportServices';

/** Where the coverage reports lie; sonar-project.properties names the same files. */
const COVERAGE = join(repositoryRoot, '.gomon/coverage');

/** The agents and aggregators that integration tests run as processes leave theirs here, one file each. */
const SERVICE_RUNS = join(COVERAGE, 'services/v8');

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

/**
 * Runs the tests with coverage (lcov), one suite after the other; each leaves a report of its own, and so do the services that they
 * run as processes.
 */
export async function runTests(
  say: (line: string) => void,
): Promise<TestRun[]> {
  await rm(join(COVERAGE, 'services'), { recursive: true, force: true });
  const runs: TestRun[] = [];
  for (const [suite, [program, ...args]] of Object.entries(suites)) {
    say(`Running the ${suite} tests with coverage ...`);
    const directory = join(COVERAGE, suite);
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
      env: {
        ...process.env,
        // Without it, Backstage's command line would watch for changes.
        CI: 'true',
        [SERVICE_COVERAGE_FOLDER]: SERVICE_RUNS,
      },
    });
    const seconds = (performance.now() - began) / 1000;
    runs.push({ suite, passed: code === 0, seconds, output });
  }
  if (runs.every(({ passed }) => passed)) await countServices(say);
  return runs;
}

async function countServices(say: (line: string) => void): Promise<void> {
  const processes = await reportServices(
    SERVICE_RUNS,
    join(COVERAGE, 'services'),
  );
  say(`Counted what ${processes} processes of the services ran.`);
  // Some 10 MB for each of them.
  await rm(SERVICE_RUNS, { recursive: true });
}
