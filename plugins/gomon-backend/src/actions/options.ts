import { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { RouterOptions } from '../router/createRouter';

/** What actions read from: the same as the routes. */
export interface ActionOptions
  extends Pick<
    RouterOptions,
    'access' | 'components' | 'pipelines' | 'events' | 'topology'
  > {
  /** @throws NotAllowedError without the permission to read. */
  requireRead(credentials: BackstageCredentials): Promise<void>;
}

/** Attributes of actions that change nothing. */
export const readOnly = {
  readOnly: true,
  destructive: false,
  idempotent: true,
};
