import { Knex } from 'knex';

/**
 * The right to run the engine, held by one replica of the backend at a time.
 *
 * The scheduler's global tasks would do the same, but look for due work only every five seconds, and a replica that was killed
 * keeps its task until it times out. A lease is renewed with every cycle and is free again shortly after its holder is gone.
 */
export class Lease {
  constructor(
    private readonly knex: Knex,
    private readonly options: {
      id: string;
      holder: string;
      durationMs: number;
    },
  ) {}

  /** Takes or renews the lease. False while another replica holds it. */
  async hold(now: Date): Promise<boolean> {
    const { id, holder, durationMs } = this.options;
    const expires_at = now.getTime() + durationMs;
    const renewed = await this.knex('leases')
      .where({ id })
      .andWhere(row =>
        row.where({ holder }).orWhere('expires_at', '<', now.getTime()),
      )
      .update({ holder, expires_at });
    if (renewed > 0) return true;
    await this.knex('leases')
      .insert({ id, holder, expires_at })
      .onConflict('id')
      .ignore();
    const row = await this.knex('leases').where({ id }).first('holder');
    return row?.holder === holder;
  }

  /** Lets another replica take over at once. */
  async release(): Promise<void> {
    const { id, holder } = this.options;
    await this.knex('leases').where({ id, holder }).delete();
  }
}
