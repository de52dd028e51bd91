import {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { ANNOTATION_STAGE } from '@gomon/plugin-gomon-common';
import { Request } from 'express';
import { RateLimit } from './RateLimit';
import { Visibility } from './Visibility';

/** Who calls, and what they may see. */
export class Access {
  readonly #visibility: Visibility;
  readonly #rateLimit = new RateLimit();

  constructor(
    private readonly options: {
      httpAuth: HttpAuthService;
      permissions: PermissionsService;
      catalog: CatalogService;
    },
  ) {
    this.#visibility = new Visibility(options.catalog);
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
    const { httpAuth, permissions } = this.options;
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    this.#rateLimit.take(credentials);
    const [decision] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `The permission ${permission.name} is required`,
      );
    }
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
  ): Promise<Entity> {
    const entity = await this.options.catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity?.metadata.annotations?.[ANNOTATION_STAGE]) {
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
