import {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { Request } from 'express';
import { RateLimit } from './RateLimit';
import { Rights } from './Rights';
import { Visibility, VisibleEntity } from './Visibility';

/** Who calls, and what they may see. */
export class Access {
  readonly #httpAuth: HttpAuthService;
  readonly #rights: Rights;
  readonly #visibility: Visibility;
  readonly #rateLimit = new RateLimit();

  constructor({
    httpAuth,
    permissions,
    catalog,
  }: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    catalog: CatalogService;
  }) {
    this.#httpAuth = httpAuth;
    this.#rights = new Rights(permissions);
    this.#visibility = new Visibility(catalog);
  }

  /**
   * The caller's credentials, if they hold the permission.
   *
   * @throws AuthenticationError without credentials, NotAllowedError without the permission, TooManyRequestsError.
   */
  async require(
    request: Request<any, any, any, any, any>,
    permission: BasicPermission,
  ): Promise<BackstageCredentials> {
    const credentials = await this.#httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    this.#rateLimit.take(credentials);
    await this.#rights.require(permission, credentials);
    return credentials;
  }

  /**
   * The component of gomon that a reference names.
   *
   * @throws NotFoundError where there is none that the caller may read.
   */
  async component(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<VisibleEntity> {
    const entity = await this.#visibility.entity(entityRef, credentials);
    if (!entity?.stage) {
      throw new NotFoundError(
        'There is no such entity, or it is no component of gomon',
      );
    }
    return entity;
  }

  /** Those of the references that name entities which the caller may read. */
  readable(
    entityRefs: Iterable<string>,
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    return this.#visibility.readable(entityRefs, credentials);
  }
}
