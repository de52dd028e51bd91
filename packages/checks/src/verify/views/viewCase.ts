import type { RunningStack } from '@gomon/dev-stack';
import type { View } from '@gomon/portal-browser';
import type { Findings } from '../findings';
import type { Judge } from './createJudge';
import type { Tab } from './tab';

/** Where views are judged. */
export interface ViewPlace {
  /** Holds the stack's data, and whatever a case needs besides. */
  dir: string;
  stack: RunningStack;
  judge: Judge;
  findings: Findings;
}

/** One way in which what the views show is broken. */
export interface ViewFault {
  /** In words, such as `VictoriaMetrics down`. */
  state: string;
  /** Breaks it, and waits until the portal says so. */
  make(place: ViewPlace): Promise<void>;
  /** Puts back what others need. */
  mend?(place: ViewPlace): Promise<void>;
  /** What stands on the case's tab then. */
  tabShows?: string;
}

/** Views that belong together: what fills them, and in which ways they are judged. */
export interface ViewCase {
  /** As in `yarn verify views --only NAME`. */
  name: string;
  /** The optional part of the stack that fills them. */
  part?: string;
  views: readonly View[];
  /** A tab of somebody else's plugin that shows the same, and what stands on it while all is well. */
  tab?: Tab;
  /** Waits until all is well, after whatever that takes. */
  settle(place: ViewPlace): Promise<void>;
  faults: readonly ViewFault[];
}
