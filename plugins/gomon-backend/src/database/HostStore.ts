import { Host, statuses } from '@gomon/plugin-gomon-common';
import { HostReport } from '@gomon/plugin-gomon-node';
import { Knex } from 'knex';
import { upsert } from './batches';

/** How long after its newest sample a host that was fine is no longer known to be. */
const INTERVALS_FRESH = 3;
const GRACE_MS = 30_000;
const DEFAULT_INTERVAL_MS = 30_000;

/** Writes the latest state of the hosts. */
export class HostStore {
  /** What was written last, so that only what changed is written again. */
  readonly #written = new Map<string, string>();

  constructor(private readonly knex: Knex) {}

  async save(hosts: readonly HostReport[], at: string): Promise<void> {
    const rows = hosts.flatMap(report => {
      const key = JSON.stringify([report.environment, report.instance]);
      const known = JSON.stringify(report);
      if (this.#written.get(key) === known) return [];
      this.#written.set(key, known);
      return [toRow(toHost(report, at))];
    });
    await upsert(this.knex, 'hosts', ['environment', 'instance'], rows);
  }

  /** Removes hosts that have been silent since before a moment. */
  async forget(before: Date): Promise<number> {
    this.#written.clear();
    return this.knex('hosts')
      .where('last_sample_at', '<', before.getTime())
      .delete();
  }
}

function toHost(report: HostReport, at: string): Host {
  return {
    ...report,
    figures: report.figures.map(figure => ({
      ...figure,
      observedAt: figure.observedAt ?? at,
    })),
  };
}

function toRow(host: Host) {
  const lastSampleAt = host.lastSampleAt ? Date.parse(host.lastSampleAt) : null;
  const figure = (id: string) =>
    host.figures.find(entry => entry.id === id)?.value ?? null;
  const fresh =
    INTERVALS_FRESH * (host.intervalMs ?? DEFAULT_INTERVAL_MS) + GRACE_MS;
  return {
    environment: host.environment,
    instance: host.instance,
    entity_ref: host.entityRef ?? null,
    search_key: host.instance.toLowerCase(),
    status: host.status,
    severity: statuses.indexOf(host.status),
    last_sample_at: lastSampleAt,
    fresh_until: lastSampleAt === null ? null : lastSampleAt + fresh,
    cpu: figure('cpu'),
    memory: figure('memory'),
    disk: figure('disk'),
    host: JSON.stringify(host),
  };
}
