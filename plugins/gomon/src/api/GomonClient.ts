import { parseEntityRef } from '@backstage/catalog-model';
import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  EntityHealth,
  EntityHistory,
  EntitySummary,
  HealthEvent,
  HostPage,
  Page,
  Pipeline,
  SeriesSet,
} from '@gomon/plugin-gomon-common';
import {
  GomonApi,
  GomonEventQuery,
  GomonHostQuery,
  GomonRange,
  GomonRequestOptions,
} from './GomonApi';

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
      {},
      options,
    );
    return items;
  }

  getEntityHealth(entityRef: string, options?: GomonRequestOptions) {
    return this.get<EntityHealth>(
      `${entityPath(entityRef)}/health`,
      {},
      options,
    );
  }

  getEntityHistory(
    entityRef: string,
    range: GomonRange,
    options?: GomonRequestOptions,
  ) {
    return this.get<EntityHistory>(
      `${entityPath(entityRef)}/history`,
      { ...range },
      options,
    );
  }

  getEntitySeries(
    entityRef: string,
    range: GomonRange,
    options?: GomonRequestOptions,
  ) {
    return this.get<SeriesSet>(
      `${entityPath(entityRef)}/series`,
      { ...range },
      options,
    );
  }

  getEntities(
    query: { environment?: string; limit?: number; cursor?: string },
    options?: GomonRequestOptions,
  ) {
    return this.get<Page<EntitySummary>>('/entities', query, options);
  }

  getHosts(query: GomonHostQuery, options?: GomonRequestOptions) {
    const { status, ...rest } = query;
    return this.get<HostPage>(
      '/hosts',
      { ...rest, status: status?.join(',') },
      options,
    );
  }

  getHostSeries(
    instance: string,
    query: GomonRange & { environment?: string },
    options?: GomonRequestOptions,
  ) {
    return this.get<SeriesSet>(
      `/hosts/${encodeURIComponent(instance)}/series`,
      { ...query },
      options,
    );
  }

  getEvents(query: GomonEventQuery, options?: GomonRequestOptions) {
    return this.get<Page<HealthEvent>>('/events', { ...query }, options);
  }

  private async get<T>(
    path: string,
    query: Record<string, string | number | undefined>,
    options?: GomonRequestOptions,
  ): Promise<T> {
    const baseUrl = await this.discoveryApi.getBaseUrl('gomon');
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') {
        parameters.set(name, String(value));
      }
    }
    const search = parameters.size > 0 ? `?${parameters}` : '';
    const response = await this.fetchApi.fetch(`${baseUrl}${path}${search}`, {
      signal: options?.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/entities/${[kind, namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}
