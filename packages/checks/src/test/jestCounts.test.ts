import { countsOf, type JestResults } from './jestCounts';

const green: JestResults = {
  success: true,
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 0,
};

describe('countsOf', () => {
  it('counts what passed and what was skipped', () => {
    expect(countsOf(green, 0)).toEqual({ passed: 7, failed: 0, skipped: 2 });
  });

  it('counts a file that does not even load as a failure', () => {
    const results = { ...green, success: false, numRuntimeErrorTestSuites: 2 };
    expect(countsOf(results, 1).failed).toBe(2);
  });

  it('counts an exit code that no test explains', () => {
    expect(countsOf(green, 1).failed).toBe(1);
  });
});
