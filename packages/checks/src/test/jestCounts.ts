import type { Counts } from './counts';

/** What this reads of the file that jest writes by `--json --outputFile`. */
export interface JestResults {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** Files that failed before a test of theirs could run. */
  numRuntimeErrorTestSuites: number;
}

/** Counts a run of jest so that no kind of failure counts as nothing. */
export function countsOf(results: JestResults, exitCode: number): Counts {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const unexplained = failed === 0 && (exitCode !== 0 || !results.success);
  return {
    passed: results.numPassedTests,
    failed: unexplained ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}
