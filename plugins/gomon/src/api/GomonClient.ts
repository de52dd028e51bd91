import { parseEntityRef } from '@backstage/catalog-model';
import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  DoctorFinding,
  EntityDeployments,
  EntityHealth,
  EntityHistory,
  EntityQuality,
  EntitySummary,
  HealthEvent,
  HostPage,
  LogPage,
  Page,
  Pipeline,
  SeriesSet,
  Silence,
} from '@gomon/plugin-gomon-common';
import {
  GomonApi,
  GomonEventQuery,
  GomonHostQuery,
  GomonLogQuery,
  GomonNewSilence,
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

  getPipelines(options?: GomonRequestOptions) {
    return this.getItems<Pipeline>('/pipelines', {}, options);
  }

  getEntityHealth(entityRef: string, options?: GomonRequestOptions) {
    return this.get<EntityHealth>(
      `${entityPath(entityRef)}/health`,
      {},
      options,
    );
  }

  getEntityDeployments(entityRef: string, options?: GomonRequestOptions) {
    return this.get<EntityDeployments>(
      `${entityPath(entityRef)}/deployments`,
      {},
      options,
    );
  }

  getEntityQuality(entityRef: string, options?: GomonRequestOptions) {
    return this.get<EntityQuality>(
      `${entityPath(entityRef)}/quality`,
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

  getEntityLogs(
    entityRef: string,
    query: GomonLogQuery,
    options?: GomonRequestOptions,
  ) {
    const { level, metric, ...rest } = query;
    return this.get<LogPage>(
      `${entityPath(entityRef)}/logs`,
      { ...rest, level: level?.join(','), metric: metric?.join(',') },
      options,
    );
  }

  getEvents(query: GomonEventQuery, options?: GomonRequestOptions) {
    return this.get<Page<HealthEvent>>('/events', { ...query }, options);
  }

  getSilences(query: { entityRef?: string }, options?: GomonRequestOptions) {
    return this.getItems<Silence>('/silences', query, options);
  }

  createSilence(silence: GomonNewSilence, options?: GomonRequestOptions) {
    return this.request<Silence>('/silences', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(silence),
      signal: options?.signal,
    });
  }

  endSilence(id: string, options?: GomonRequestOptions) {
    return this.request<Silence>(`/silences/${encodeURIComponent(id)}`, {
      method: 'DELETE',
      signal: options?.signal,
    });
  }

  getFindings(options?: GomonRequestOptions) {
    return this.getItems<DoctorFinding>('/doctor', {}, options);
  }

  private async getItems<T>(
    path: string,
    query: Record<string, string | undefined>,
    options?: GomonRequestOptions,
  ): Promise<T[]> {
    const { items } = await this.get<{ items: T[] }>(path, query, options);
    return items;
  }

  private get<T>(
    path: string,
    query: Record<string, string | number | undefined>,
    options?: GomonRequestOptions,
  ): Promise<T> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') {
        parameters.set(name, String(value));
      }
    }
    const search = parameters.size > 0 ? `?${parameters}` : '';
    return this.request(`${path}${search}`, { signal: options?.signal });
  }

  private async request<T>(path: string, init: RequestInit): Promise<T> {
    const baseUrl = await this.discoveryApi.getBaseUrl('gomon');
    const response = await this.fetchApi.fetch(`${baseUrl}${path}`, init);
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
