import { EntityQuality, GateVerdict } from '@gomon/plugin-gomon-common';
import { Knex } from 'knex';
import { upsert } from '../database/batches';

/** What SonarQube said last of each component, and the last verdict on each project. */
export class QualityStore {
  constructor(private readonly knex: Knex) {}

  async find(entityRef: string): Promise<EntityQuality | undefined> {
    const row = await this.knex('quality')
      .where({ entity_ref: entityRef })
      .first('quality');
    return row && JSON.parse(row.quality);
  }

  /** Writes all; components that name no project any more go. */
  async replace(all: readonly EntityQuality[]): Promise<void> {
    const rows = all.map(own => ({
      entity_ref: own.entityRef,
      quality: JSON.stringify(own),
    }));
    await upsert(this.knex, 'quality', ['entity_ref'], rows);
    const kept = new Set(rows.map(row => row.entity_ref));
    const known = await this.knex('quality').select('entity_ref');
    for (const { entity_ref: entityRef } of known) {
      if (kept.has(entityRef)) continue;
      await this.knex('quality').where({ entity_ref: entityRef }).delete();
    }
  }

  /**
   * Keeps the verdict on a project.
   *
   * @returns the one before; undefined where there was none
   */
  async swapVerdict(
    project: string,
    verdict: GateVerdict,
  ): Promise<GateVerdict | undefined> {
    const before = await this.knex('verdicts')
      .where({ project })
      .first('verdict');
    await upsert(this.knex, 'verdicts', ['project'], [{ project, verdict }]);
    return before?.verdict;
  }
}
