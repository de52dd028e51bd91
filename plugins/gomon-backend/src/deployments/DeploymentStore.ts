import { EntityDeployments } from '@gomon/plugin-gomon-common';
import { Knex } from 'knex';
import { upsert } from '../database/batches';

/** One sync of one application. */
export interface Sync {
  application: string;
  revision: string;
  /** ISO 8601. */
  deployedAt: string;
}

/** What Argo CD said last of each component, and which syncs have been told as events. */
export class DeploymentStore {
  constructor(private readonly knex: Knex) {}

  async find(entityRef: string): Promise<EntityDeployments | undefined> {
    const row = await this.knex('deployments')
      .where({ entity_ref: entityRef })
      .first('deployments');
    return row && JSON.parse(row.deployments);
  }

  /** Writes all; what is no longer deployed by Argo CD goes. */
  async replace(all: readonly EntityDeployments[]): Promise<void> {
    const rows = all.map(own => ({
      entity_ref: own.entityRef,
      deployments: JSON.stringify(own),
    }));
    await upsert(this.knex, 'deployments', ['entity_ref'], rows);
    const kept = new Set(rows.map(row => row.entity_ref));
    const known = await this.knex('deployments').select('entity_ref');
    for (const { entity_ref: entityRef } of known) {
      if (!kept.has(entityRef)) {
        await this.knex('deployments')
          .where({ entity_ref: entityRef })
          .delete();
      }
    }
  }

  /** Those that have not been told yet; from now on they have. */
  async takeNew(syncs: readonly Sync[]): Promise<Sync[]> {
    const fresh: Sync[] = [];
    for (const sync of syncs) {
      const { application, revision, deployedAt } = sync;
      const row = { application, deployed_at: Date.parse(deployedAt) };
      const known = await this.knex('syncs').where(row).first('revision');
      if (known) continue;
      await this.knex('syncs').insert({ ...row, revision });
      fresh.push(sync);
    }
    return fresh;
  }

  async deleteBefore(moment: Date): Promise<number> {
    return this.knex('syncs')
      .where('deployed_at', '<', moment.getTime())
      .delete();
  }
}
