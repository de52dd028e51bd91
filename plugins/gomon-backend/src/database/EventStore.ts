import { HealthEvent, Page } from '@gomon/plugin-gomon-common';
import { Knex } from 'knex';
import { decodeCursor, encodeCursor } from './cursor';

/** Which events are asked for. */
export interface EventFilter {
  from: Date;
  to: Date;
  entityRef?: string;
  kinds?: readonly string[];
  environment?: string;
  limit: number;
  cursor?: string;
}

interface Row {
  id: number | string;
  at: number | string;
  event: string;
}

/** What changed when. */
export class EventStore {
  constructor(private readonly knex: Knex) {}

  async add(events: readonly HealthEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.knex.batchInsert(
      'events',
      events.map(event => ({
        at: Date.parse(event.at),
        environment: event.environment,
        kind: event.kind,
        entity_ref: event.entityRef ?? null,
        event: JSON.stringify(event),
      })),
      200,
    );
  }

  /** One page, newest first. */
  async page(filter: EventFilter): Promise<Page<HealthEvent>> {
    const query = this.#inRange(filter)
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(filter.limit + 1);
    if (filter.cursor) {
      const [at, id] = decodeCursor(filter.cursor, 2) as number[];
      query.where(older =>
        older
          .where('at', '<', at)
          .orWhere(twin => twin.where({ at }).andWhere('id', '<', id)),
      );
    }
    const rows: Row[] = await query;
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    return {
      items: page.map(toEvent),
      pageInfo: {
        nextCursor:
          last && rows.length > filter.limit
            ? encodeCursor([Number(last.at), Number(last.id)])
            : undefined,
      },
    };
  }

  /** Transitions of a component, oldest first, and the last one before the range. */
  async transitionsOf(
    entityRef: string,
    from: Date,
    to: Date,
    limit: number,
  ): Promise<{ before?: HealthEvent; within: HealthEvent[] }> {
    const kinds = ['transition', 'first-seen'];
    const transitions = () =>
      this.knex<Row>('events')
        .where({ entity_ref: entityRef } as never)
        .whereIn('kind' as never, kinds);
    const within = await transitions()
      .whereBetween('at', [from.getTime(), to.getTime()])
      .orderBy([{ column: 'at' }, { column: 'id' }])
      .limit(limit);
    const before = await transitions()
      .where('at', '<', from.getTime())
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .first();
    return {
      before: before && toEvent(before as Row),
      within: (within as Row[]).map(toEvent),
    };
  }

  async deleteBefore(moment: Date): Promise<number> {
    return this.knex('events').where('at', '<', moment.getTime()).delete();
  }

  #inRange({
    from,
    to,
    entityRef,
    kinds,
    environment,
  }: EventFilter): Knex.QueryBuilder {
    const query = this.knex('events')
      .select('id', 'at', 'event')
      .whereBetween('at', [from.getTime(), to.getTime()]);
    if (entityRef) query.where({ entity_ref: entityRef });
    if (kinds) query.whereIn('kind', [...kinds]);
    if (environment) query.where({ environment });
    return query;
  }
}

function toEvent({ id, event }: Row): HealthEvent {
  return { ...JSON.parse(event), id: String(id) };
}
