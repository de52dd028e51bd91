import { parseEntityRef } from '@backstage/catalog-model';
import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { EntityHealth, Pipeline } from '@gomon/plugin-gomon-common';
import { GomonApi, GomonRequestOptions } from './GomonApi';

/** {@link GomonApi} over HTTP: `/api/gomon` of the portal's backend, with the credentials of the signed-in user. */
export class GomonClient implements GomonApi {
  private readonly discoveryApi: DiscoveryApi;
  private readonly fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.discoveryApi = options.discoveryApi;
    this.fetchApi = options.fetchApi;
  }

  async getPipelines(options?: GomonRequestOptions): Promise<Pipeline[]> {
    const { items } = await this.get<{ items: Pipeline[] }>(
      '/pipelines',
      options,
    );
    return items;
  }

  async getEntityHealth(
    entityRef: string,
    options?: GomonRequestOptions,
  ): Promise<EntityHealth> {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    return await this.get<EntityHealth>(`/entities/${path}/health`, options);
  }

  private async get<T>(path: string, options?: GomonRequestOptions) {
    const baseUrl = await this.discoveryApi.getBaseUrl('gomon');
    const response = await this.fetchApi.fetch(`${baseUrl}${path}`, {
      signal: options?.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }
}
