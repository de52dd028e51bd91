import { EntityHealth, Page, Status } from '@gomon/plugin-gomon-common';
import { Knex } from 'knex';
import { inSlices } from '../engine/slices';
import { ComponentState } from '../engine/state';
import { upsert } from './batches';
import { decodeCursor, encodeCursor } from './cursor';

type Memory = Pick<ComponentState, 'memory' | 'figures'>;

interface ComponentRow {
  entity_ref: string;
  environment: string;
  status: Status;
  health: string;
  memory: string;
}

/** Which components are asked for. */
export interface ComponentFilter {
  entityRefs?: readonly string[];
  statuses?: readonly Status[];
  environment?: string;
  limit: number;
  cursor?: string;
}

/** Latest state of the components. */
export class ComponentStore {
  constructor(private readonly knex: Knex) {}

  async all(): Promise<Map<string, ComponentState>> {
    const rows = await this.knex('components').select();
    const states = await inSlices(rows, toState);
    return new Map(states.map(state => [state.entityRef, state]));
  }

  async health(entityRef: string): Promise<EntityHealth | undefined> {
    const row = await this.knex('components')
      .where({ entity_ref: entityRef })
      .first('health');
    return row && JSON.parse(row.health);
  }

  /** The health of all, by entity reference. */
  async healths(): Promise<Map<string, EntityHealth>> {
    const rows = await this.knex('components').select('entity_ref', 'health');
    return new Map(rows.map(row => [row.entity_ref, JSON.parse(row.health)]));
  }

  /** One page of the health of many, by entity reference. */
  async page(filter: ComponentFilter): Promise<Page<EntityHealth>> {
    const { entityRefs, statuses, environment, limit, cursor } = filter;
    const query = this.knex('components')
      .select('entity_ref', 'health')
      .orderBy('entity_ref')
      .limit(limit + 1);
    if (entityRefs) query.whereIn('entity_ref', [...entityRefs]);
    if (statuses) query.whereIn('status', [...statuses]);
    if (environment) query.where({ environment });
    if (cursor) query.where('entity_ref', '>', decodeCursor(cursor, 1)[0]);
    const rows = await query;
    const page = rows.slice(0, limit);
    const isMore = rows.length > limit;
    return {
      items: page.map(row => JSON.parse(row.health)),
      pageInfo: {
        nextCursor: isMore
          ? encodeCursor([page[page.length - 1].entity_ref])
          : undefined,
      },
    };
  }

  /** Writes the states of all components; those that are no longer in the catalog go. */
  async replace(rows: readonly ComponentRow[]): Promise<void> {
    await upsert(this.knex, 'components', ['entity_ref'], rows);
    const known = await this.knex('components').select('entity_ref');
    const kept = new Set(rows.map(row => row.entity_ref));
    const gone = known
      .map((row): string => row.entity_ref)
      .filter(entityRef => !kept.has(entityRef));
    for (const entityRef of gone) {
      await this.knex('components').where({ entity_ref: entityRef }).delete();
    }
  }
}

/** The row of a component. */
export function toComponentRow(state: ComponentState): ComponentRow {
  const { entityRef, environment, health, memory, figures } = state;
  return {
    entity_ref: entityRef,
    environment,
    status: health.status,
    health: JSON.stringify(health),
    memory: JSON.stringify({ memory, figures } satisfies Memory),
  };
}

function toState(row: ComponentRow): ComponentState {
  const { memory, figures }: Memory = JSON.parse(row.memory);
  return {
    entityRef: row.entity_ref,
    environment: row.environment,
    health: JSON.parse(row.health),
    memory,
    figures,
  };
}
