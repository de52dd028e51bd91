import { StageRole } from './pipeline';
import { Status } from './status';

/**
 * Something that changed: the status of a component or of a pipeline, or something from outside, such as a deployment.
 *
 * @public
 */
export interface HealthEvent {
  /** Stable and unique; undefined until it is stored. */
  id?: string;
  /** ISO 8601. */
  at: string;
  environment: string;
  /**
   * `transition` of a component, `first-seen` for its first status, `pipeline` for a transition of a pipeline; events from
   * outside have kinds of their own.
   */
  kind: string;
  /** Component it is about. */
  entityRef?: string;
  title: string;
  sentence: string;
  /** Status before and after, of a transition. */
  from?: Status;
  to?: Status;
  /** Part of the component in the failure, after a transition. */
  role?: StageRole;
  /** Entity references of the causes behind it. */
  causes?: string[];
  url?: string;
}
