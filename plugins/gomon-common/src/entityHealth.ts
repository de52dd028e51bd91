import { Action, Check, Link } from './check';
import { Figure } from './figure';
import { StageRole } from './pipeline';
import { Silence } from './silence';
import { Status } from './status';

/**
 * The health of one catalog entity.
 *
 * @public
 */
export interface EntityHealth {
  entityRef: string;
  title: string;
  /** Value of the annotation `gomon.io/stage`. */
  stage?: string;
  /** Environment the entity belongs to. */
  environment?: string;
  status: Status;
  /** Part it has in a failure: `cause`, `affected` or `none`. */
  role?: StageRole;
  /** ISO 8601: since when the status holds. */
  since?: string;
  /** Entity references of the causes that explain this entity's failures. Empty where it is a cause itself. */
  affectedBy: string[];
  /** Worst first. */
  checks: Check[];
  /** Live figures of the component. */
  figures: Figure[];
  links: Link[];
  /** Operational commands with this component's namespace and name filled in. */
  runbook: Action[];
  /** What keeps it quiet at the moment. */
  silences?: Silence[];
  /** ISO 8601: when the engine last looked; undefined before the first look. */
  observedAt?: string;
}
