declare module '@bcoe/v8-coverage' {
  import type { Profiler } from 'node:inspector';

  /** What Node writes below NODE_V8_COVERAGE, as far as it is counted. */
  export interface ProcessCov {
    result: Profiler.ScriptCoverage[];
  }

  /** Adds up the runs of several processes, script by script. */
  export function mergeProcessCovs(processes: ProcessCov[]): ProcessCov;
}
