import type { Findings } from './findings';

/** One part of `yarn verify`: what takes too long for every test run. */
export interface VerifyPart {
  /** As in `yarn verify NAME`, and the name of its page in docs/verification. */
  readonly name: string;
  readonly title: string;
  /** About how long it takes. */
  readonly minutes: number;
  /** What it does and what it shows, for the page. */
  readonly about: string;
  /**
   * Does it, and notes what it ran and saw.
   *
   * @param only - the cases whose name it matches and no others; without it all
   */
  run(findings: Findings, only?: RegExp): Promise<void>;
  /** Whether it consists of cases that can be run by themselves. */
  readonly hasCases?: boolean;
}
