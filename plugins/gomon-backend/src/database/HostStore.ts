import { statuses } from '@gomon/plugin-gomon-common';
import { HostReport } from '@gomon/plugin-gomon-node';
import { Knex } from 'knex';
import { upsert } from './batches';

/** Latest state of the hosts. */
export class HostStore {
  /** What was written last, so that only what changed is written again. */
  readonly #written = new Map<string, string>();

  constructor(private readonly knex: Knex) {}

  async save(hosts: readonly HostReport[]): Promise<void> {
    const rows = hosts.flatMap(host => {
      const key = JSON.stringify([host.environment, host.instance]);
      const document = JSON.stringify(host);
      if (this.#written.get(key) === document) return [];
      this.#written.set(key, document);
      return [
        {
          environment: host.environment,
          instance: host.instance,
          status: host.status,
          severity: statuses.indexOf(host.status),
          last_sample_at: host.lastSampleAt
            ? Date.parse(host.lastSampleAt)
            : null,
          host: document,
        },
      ];
    });
    await upsert(this.knex, 'hosts', ['environment', 'instance'], rows);
  }
}
