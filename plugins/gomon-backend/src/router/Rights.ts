import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { CallerMemory } from './CallerMemory';

/**
 * Which permissions a caller holds. A granted right to read is remembered for ten seconds: to ask the permission plugin costs
 * more than most answers. What was refused, and every right to change something, is asked for each time.
 */
export class Rights {
  readonly #granted: CallerMemory<Set<string>>;

  constructor(
    private readonly permissions: PermissionsService,
    now?: () => number,
  ) {
    this.#granted = new CallerMemory<Set<string>>(() => new Set(), now);
  }

  /** @throws NotAllowedError without the permission. */
  async require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const granted = this.#granted.of(credentials);
    if (granted.has(permission.name)) return;
    const [decision] = await this.permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `The permission ${permission.name} is required`,
      );
    }
    if (permission.attributes.action === 'read') granted.add(permission.name);
  }
}
