import { Status } from './status';

/**
 * Whether what runs is what the repository says: Argo CD's sync status.
 *
 * @public
 */
export type SyncStatus = 'synced' | 'out-of-sync' | 'unknown';

/**
 * What Argo CD thinks of the health of what it deployed.
 *
 * @public
 */
export type DeploymentHealth =
  | 'healthy'
  | 'progressing'
  | 'suspended'
  | 'degraded'
  | 'missing'
  | 'unknown';

/**
 * One sync that deployed a revision.
 *
 * @public
 */
export interface DeployedRevision {
  /** As Git names it; people see the first seven digits of a commit. */
  revision: string;
  /** ISO 8601: when the sync was over. */
  deployedAt: string;
  /** Who asked for it; undefined where it was automatic or Argo CD does not say. */
  initiatedBy?: string;
  /** The first time after it that the component went bad, if that was soon and before the next one. */
  wentBad?: { at: string; to: Status };
}

/**
 * An application of Argo CD that deploys a component.
 *
 * @public
 */
export interface Deployment {
  application: string;
  sync: SyncStatus;
  health: DeploymentHealth;
  /** Revision that was deployed last. */
  deployedRevision?: string;
  /** Revision that should run. */
  wantedRevision?: string;
  /** What the wanted revision stands for: a branch, a tag. */
  target?: string;
  /** Resources that differ from the repository: kind and name. The first ten. */
  outOfSync: string[];
  outOfSyncCount: number;
  /** Why Argo CD cannot compare or sync, in its own words. */
  problem?: string;
  /** Newest first. */
  history: DeployedRevision[];
  /** Argo CD's page of it. */
  url?: string;
}

/**
 * Whether a component's deployments could be read: `pending` until gomon has looked for the first time.
 *
 * @public
 */
export type DeploymentsStatus =
  | 'read'
  | 'pending'
  | 'not-configured'
  | 'unauthorised'
  | 'unreachable'
  | 'not-found';

/**
 * What Argo CD says of a component.
 *
 * @public
 */
export interface EntityDeployments {
  entityRef: string;
  status: DeploymentsStatus;
  /** What was asked, such as an application's name; undefined where the component names none. */
  asked?: string;
  /** Why they could not be read. */
  reason?: string;
  /** Configuration to add, YAML, where Argo CD is not set up. */
  configuration?: string;
  deployments: Deployment[];
  /** ISO 8601. */
  observedAt?: string;
}
