import { Action } from './check';

/**
 * Something that is missing for full health: a configuration, an annotation, a right.
 *
 * @public
 */
export interface DoctorFinding {
  /** Stable, such as `configuration-missing`. */
  kind: string;
  /** The component it is about, if it is about one. */
  entityRef?: string;
  title: string;
  /** What is missing, and what that keeps gomon from. */
  sentence: string;
  /** What to do, with the lines to add. */
  action: Action;
}
