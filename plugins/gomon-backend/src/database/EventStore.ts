import { HealthEvent } from '@gomon/plugin-gomon-common';
import { Knex } from 'knex';

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
}
