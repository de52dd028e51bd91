import { NotFoundError } from '@backstage/errors';
import { Silence } from '@gomon/plugin-gomon-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

/** Maintenance, acknowledgements and mutes. */
export class SilenceStore {
  constructor(private readonly knex: Knex) {}

  /** Those that hold at a moment; of one component, or of all. */
  async active(now: Date, entityRef?: string): Promise<Silence[]> {
    const query = this.knex('silences')
      .where('from', '<=', now.getTime())
      .andWhere('until', '>', now.getTime())
      .orderBy('from');
    return this.#read(query, entityRef);
  }

  /** Those that hold or will hold. */
  async current(now: Date, entityRef?: string): Promise<Silence[]> {
    const query = this.knex('silences')
      .where('until', '>', now.getTime())
      .orderBy('from');
    return this.#read(query, entityRef);
  }

  async find(id: string): Promise<Silence | undefined> {
    const row = await this.knex('silences').where({ id }).first('silence');
    return row && JSON.parse(row.silence);
  }

  async create(silence: Omit<Silence, 'id'>): Promise<Silence> {
    const created: Silence = { id: randomUUID(), ...silence };
    await this.knex('silences').insert(toRow(created));
    return created;
  }

  /** @throws NotFoundError when it is over already, or never was. */
  async end(id: string, endedBy: string, now: Date): Promise<Silence> {
    const silence = await this.find(id);
    if (!silence || Date.parse(silence.until) <= now.getTime()) {
      throw new NotFoundError('There is no such silence, or it is over');
    }
    const endedAt = now.toISOString();
    const ended: Silence = { ...silence, until: endedAt, endedAt, endedBy };
    await this.knex('silences').where({ id }).update(toRow(ended));
    return ended;
  }

  /** An acknowledgement is for one incident: it ends with it. */
  async endAcknowledgements(
    entityRefs: readonly string[],
    now: Date,
  ): Promise<void> {
    for (const entityRef of entityRefs) {
      const active = await this.active(now, entityRef);
      for (const { id, kind } of active) {
        if (kind === 'acknowledge')
          await this.end(id, 'the end of the incident', now);
      }
    }
  }

  async deleteBefore(moment: Date): Promise<number> {
    return this.knex('silences').where('until', '<', moment.getTime()).delete();
  }

  async #read(
    query: Knex.QueryBuilder,
    entityRef: string | undefined,
  ): Promise<Silence[]> {
    if (entityRef) query.andWhere({ entity_ref: entityRef });
    const rows: { silence: string }[] = await query.select('silence');
    return rows.map(({ silence }) => JSON.parse(silence));
  }
}

function toRow(silence: Silence) {
  return {
    id: silence.id,
    entity_ref: silence.entityRef,
    from: Date.parse(silence.from),
    until: Date.parse(silence.until),
    silence: JSON.stringify(silence),
  };
}
