import { createApiRef } from '@backstage/core-plugin-api';
import { EntityHealth, Pipeline } from '@gomon/plugin-gomon-common';

/**
 * What a call may be told.
 *
 * @public
 */
export interface GomonRequestOptions {
  signal?: AbortSignal;
}

/**
 * Reads what the health engine has found out. Every call rejects with a `ResponseError` where the backend answered with an
 * error, and with a `TypeError` where it did not answer.
 *
 * @public
 */
export interface GomonApi {
  /** The pipelines that the caller may see. */
  getPipelines(options?: GomonRequestOptions): Promise<Pipeline[]>;
  /** The health of one entity; 404 where gomon has never heard of it or the caller may not read it. */
  getEntityHealth(
    entityRef: string,
    options?: GomonRequestOptions,
  ): Promise<EntityHealth>;
}

/**
 * Reference of {@link GomonApi}, for portals that bring an implementation of their own.
 *
 * @public
 */
export const gomonApiRef = createApiRef<GomonApi>({ id: 'plugin.gomon.api' });
