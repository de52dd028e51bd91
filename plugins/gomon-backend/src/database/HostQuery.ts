import { Host, HostPage, Status, statuses } from '@gomon/plugin-gomon-common';
import { Knex } from 'knex';
import { decodeCursor, encodeCursor } from './cursor';

/** What a list of hosts can be sorted by. */
export const hostSorts = [
  'status',
  'name',
  'lastSampleAt',
  'cpu',
  'memory',
  'disk',
] as const;

/** Which hosts are asked for, in which order. */
export interface HostFilter {
  statuses?: readonly Status[];
  search?: string;
  environment?: string;
  /** Agent components whose hosts may be seen. */
  entityRefs: readonly string[];
  sort: (typeof hostSorts)[number];
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string;
  now: Date;
}

const UNKNOWN = statuses.indexOf('unknown');
/** For how long it is known which agents there are: each list of hosts begins with them. */
const AGENTS_MS = 1000;

/** Reads hosts from the database, page by page. */
export class HostQuery {
  #agents?: { at: number; refs: Promise<string[]> };

  constructor(private readonly knex: Knex) {}

  /** Agent components that hosts report through; a second old at most. */
  async entityRefs(): Promise<string[]> {
    const known = this.#agents;
    if (known && performance.now() - known.at < AGENTS_MS) return known.refs;
    const refs = this.#readEntityRefs();
    const agents = { at: performance.now(), refs };
    this.#agents = agents;
    // What could not be read is asked for again.
    refs.catch(() => {
      if (this.#agents === agents) this.#agents = undefined;
    });
    return refs;
  }

  async #readEntityRefs(): Promise<string[]> {
    const rows = await this.knex('hosts')
      .distinct('entity_ref')
      .whereNotNull('entity_ref');
    return rows.map(row => row.entity_ref);
  }

  async page(filter: HostFilter): Promise<HostPage> {
    const counting = this.#matching(filter).count({ count: '*' });
    const key = this.#sortKey(filter);
    const query = this.#matching(filter)
      .select('host', 'instance', 'environment', {
        severity_now: this.#severity(filter.now),
      })
      .select({ sort_key: key })
      .orderBy([
        { column: 'sort_key', order: filter.order },
        { column: 'instance' },
        { column: 'environment' },
      ])
      .limit(filter.limit + 1);
    if (filter.cursor) this.#after(query, key, filter);
    const [rows, [{ count }]] = await Promise.all([query, counting]);
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    const isMore = rows.length > filter.limit;
    return {
      items: page.map(toHost),
      totalItems: Number(count),
      pageInfo: {
        nextCursor:
          isMore && last
            ? encodeCursor([
                sortable(last.sort_key),
                last.instance,
                last.environment,
              ])
            : undefined,
      },
    };
  }

  async find(
    instance: string,
    environment?: string,
  ): Promise<Host | undefined> {
    const row = await this.knex('hosts')
      .where({ instance, ...(environment && { environment }) })
      .orderBy('environment')
      .first('host');
    return row && JSON.parse(row.host);
  }

  #matching(filter: HostFilter): Knex.QueryBuilder {
    const { environment, search, entityRefs, now } = filter;
    const query = this.knex('hosts').whereIn('entity_ref', [...entityRefs]);
    if (environment) query.where({ environment });
    if (search) {
      const literal = search.toLowerCase().replace(/[\\%_]/g, '\\$&');
      query.whereRaw(`search_key like ? escape '\\'`, [`%${literal}%`]);
    }
    if (filter.statuses) {
      const wanted = filter.statuses.map(status => statuses.indexOf(status));
      query.whereIn(this.#severity(now) as never, wanted);
    }
    return query;
  }

  /** A host that was fine when it was last seen, and has not been seen for too long, is unknown. */
  #severity(now: Date): Knex.Raw {
    return this.knex.raw(
      'case when severity = 0 and fresh_until < ? then ? else severity end',
      [now.getTime(), UNKNOWN],
    );
  }

  #sortKey({ sort, now }: HostFilter): Knex.Raw {
    switch (sort) {
      case 'status':
        return this.#severity(now);
      case 'name':
        return this.knex.raw('search_key');
      case 'lastSampleAt':
        return this.knex.raw('coalesce(last_sample_at, 0)');
      default:
        return this.knex.raw('coalesce(??, -1)', [sort]);
    }
  }

  #after(
    query: Knex.QueryBuilder,
    key: Knex.Raw,
    { cursor, order }: HostFilter,
  ): void {
    const [value, instance, environment] = decodeCursor(cursor!, 3) as string[];
    const beyond = order === 'asc' ? '>' : '<';
    query.where(rest =>
      rest
        .where(key as never, beyond, value)
        .orWhere(same =>
          same
            .where(key as never, '=', value)
            .andWhere(next =>
              next
                .where('instance', '>', instance)
                .orWhere(twin =>
                  twin
                    .where('instance', instance)
                    .andWhere('environment', '>', environment),
                ),
            ),
        ),
    );
  }
}

function toHost(row: { host: string; severity_now: number }): Host {
  const host: Host = JSON.parse(row.host);
  const status = statuses[Number(row.severity_now)];
  if (status === host.status) return host;
  return {
    ...host,
    status,
    sentence: 'Not seen lately: its samples cannot be read.',
  };
}

/** PostgreSQL hands out large integers as text. */
function sortable(value: unknown): string | number {
  return typeof value === 'number' ? value : String(value);
}
