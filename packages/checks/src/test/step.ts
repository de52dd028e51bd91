import type { Counts } from './counts';

/** What came of one step of a test run. */
export interface StepResult {
  counts: Counts;
  /** Why it was skipped, or what kept it from running. */
  remark?: string;
}

/** One step of a test run, such as the type check or the unit tests. */
export interface Step {
  /** As in `yarn test NAME`. */
  readonly name: string;
  readonly title: string;
  /**
   * @param paths - only tests whose path contains one of these; all where empty
   */
  run(paths: string[]): Promise<StepResult>;
}
