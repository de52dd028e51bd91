import { createApiRef } from '@backstage/core-plugin-api';
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
  SilenceKind,
  Status,
} from '@gomon/plugin-gomon-common';

/**
 * What a call may be told.
 *
 * @public
 */
export interface GomonRequestOptions {
  signal?: AbortSignal;
}

/**
 * A stretch of time, ISO 8601.
 *
 * @public
 */
export interface GomonRange {
  from: string;
  to: string;
}

/**
 * Which hosts, in which order.
 *
 * @public
 */
export interface GomonHostQuery {
  status?: Status[];
  /** Part of the name. */
  search?: string;
  environment?: string;
  /** Silent hosts first where it is left out. */
  sort?: 'status' | 'name' | 'lastSampleAt' | 'cpu' | 'memory' | 'disk';
  limit?: number;
  cursor?: string;
}

/**
 * Which events.
 *
 * @public
 */
export interface GomonEventQuery extends GomonRange {
  environment?: string;
  limit?: number;
  cursor?: string;
}

/**
 * Which lines of a log.
 *
 * @public
 */
export interface GomonLogQuery extends GomonRange {
  /** Words that a line has to contain, all of them. */
  query?: string;
  /** `trace` to `fatal`; any of them. */
  level?: string[];
  /** Names of logged samples; any of them. */
  metric?: string[];
  limit?: number;
  cursor?: string;
}

/**
 * Keeps a component quiet.
 *
 * @public
 */
export interface GomonNewSilence {
  entityRef: string;
  kind: SilenceKind;
  /** Why, for those who wonder. */
  reason: string;
  /** ISO 8601; now where it is left out. */
  from?: string;
  /** ISO 8601. */
  until: string;
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
  /** What Argo CD says of one entity, and what broke after each sync. */
  getEntityDeployments(
    entityRef: string,
    options?: GomonRequestOptions,
  ): Promise<EntityDeployments>;
  /** What SonarQube says of the projects of one entity. */
  getEntityQuality(
    entityRef: string,
    options?: GomonRequestOptions,
  ): Promise<EntityQuality>;
  /** What changed of one entity, and its share of time in each status. */
  getEntityHistory(
    entityRef: string,
    range: GomonRange,
    options?: GomonRequestOptions,
  ): Promise<EntityHistory>;
  /** Figures of one entity over time. */
  getEntitySeries(
    entityRef: string,
    range: GomonRange,
    options?: GomonRequestOptions,
  ): Promise<SeriesSet>;
  /** The health of many entities, a page at a time. */
  getEntities(
    query: { environment?: string; limit?: number; cursor?: string },
    options?: GomonRequestOptions,
  ): Promise<Page<EntitySummary>>;
  /** Hosts, a page at a time. */
  getHosts(
    query: GomonHostQuery,
    options?: GomonRequestOptions,
  ): Promise<HostPage>;
  /** Everything about one host over time. */
  getHostSeries(
    instance: string,
    query: GomonRange & { environment?: string },
    options?: GomonRequestOptions,
  ): Promise<SeriesSet>;
  /** Lines of one entity's log, newest first, a page at a time, and how many there are over time. */
  getEntityLogs(
    entityRef: string,
    query: GomonLogQuery,
    options?: GomonRequestOptions,
  ): Promise<LogPage>;
  /** What changed when, newest first, a page at a time. */
  getEvents(
    query: GomonEventQuery,
    options?: GomonRequestOptions,
  ): Promise<Page<HealthEvent>>;
  /** What keeps components quiet, now and later. */
  getSilences(
    query: { entityRef?: string },
    options?: GomonRequestOptions,
  ): Promise<Silence[]>;
  /** Keeps a component from notifying anybody; 403 without the permission `gomon.silence.create`. */
  createSilence(
    silence: GomonNewSilence,
    options?: GomonRequestOptions,
  ): Promise<Silence>;
  /** Ends that before its time; 404 where it is over already. */
  endSilence(id: string, options?: GomonRequestOptions): Promise<Silence>;
  /** What is missing for full health. */
  getFindings(options?: GomonRequestOptions): Promise<DoctorFinding[]>;
}

/**
 * Reference of {@link GomonApi}, for portals that bring an implementation of their own.
 *
 * @public
 */
export const gomonApiRef = createApiRef<GomonApi>({ id: 'plugin.gomon.api' });
