import { Status } from './status';
import { Unit } from './figure';

/**
 * Why a failing check fails, seen from its component:
 *
 * - `own`: by itself (no answer, disk full, refused credentials, crash).
 * - `starved`: nothing arrives; a failing stage upstream explains it.
 * - `blocked`: cannot hand on; a failing stage downstream explains it.
 * - `unseen`: the source through which it is observed does not answer.
 * - `reported`: another system says so, such as an alert that fires. It repeats what is wrong: any failure of its own
 *   component or of a neighbour explains it, it explains nothing, and it makes nobody a cause.
 *
 * @public
 */
export type FailureKind = 'own' | 'starved' | 'blocked' | 'unseen' | 'reported';

/**
 * A link that says where it leads.
 *
 * @public
 */
export interface Link {
  title: string;
  url: string;
}

/**
 * One question about a component, answered.
 *
 * @public
 */
export interface Check {
  /** Stable identifier, `<probe>.<question>`, such as `kafka.lag`. */
  id: string;
  title: string;
  status: Status;
  /** What was seen, with its figures, in one sentence. */
  sentence: string;
  /** Present on checks that are not `ok`. */
  failure?: FailureKind;
  /**
   * The component whose failure would explain this one (entity reference). Without it, any failing neighbour upstream
   * (`starved`) or downstream (`blocked`) does. For `unseen`: the component through which this one is observed.
   */
  explainedBy?: string;
  /**
   * Whether this failure can stop the flow of data and so explain a failing neighbour. Without it, `down`, `starved` and
   * `blocked` can, and `degraded` cannot: a replica that lags or a disk that fills explains nothing elsewhere.
   */
  hindersFlow?: boolean;
  /** Judged over a longer time already, so that it counts at the first look instead of the third. */
  sustained?: boolean;
  /** What the failure means for the data: lost, or safe and where. */
  meaning?: string;
  /** What a person can do about it. */
  action?: Action;
  value?: number;
  unit?: Unit;
  /** The limit `value` is held against, in the same unit. */
  threshold?: number;
  /** ISO 8601: when the system itself was seen so. */
  observedAt: string;
  links: Link[];
}

/**
 * Something a person can do: words, with a command or a link where there is one.
 *
 * @public
 */
export interface Action {
  text: string;
  /** A shell command, ready to copy. */
  command?: string;
  /** Lines of configuration (YAML), ready to copy. */
  configuration?: string;
  url?: string;
}
