import { Host, HostTrend, statuses } from '@gomon/plugin-gomon-common';
import { HostReport } from '@gomon/plugin-gomon-node';
import { Knex } from 'knex';
import { inSlices } from '../engine/slices';
import { upsert } from './batches';
import { HostTrends } from './HostTrends';

/** How long after its newest sample a host that was fine is no longer known to be. */
const INTERVALS_FRESH = 3;
const GRACE_MS = 30_000;
const DEFAULT_INTERVAL_MS = 30_000;

/** Writes the latest state of the hosts. */
export class HostStore {
  /** What was written last, so that only what changed is written again. */
  readonly #written = new Map<string, string>();
  readonly #trends = new HostTrends();
  #isRestored = false;

  constructor(private readonly knex: Knex) {}

  async save(hosts: readonly HostReport[], at: string): Promise<void> {
    if (!this.#isRestored) await this.#restore();
    this.#trends.forget(new Date(at));
    const rows = await inSlices(hosts, report => {
      const key = keyOf(report);
      const trend = this.#trends.add(key, cpuNow(report, at), new Date(at));
      const known = JSON.stringify([report, trend]);
      if (this.#written.get(key) === known) return [];
      this.#written.set(key, known);
      return [toRow(toHost(report, at, trend))];
    });
    await upsert(this.knex, 'hosts', ['environment', 'instance'], rows.flat());
  }

  async #restore(): Promise<void> {
    await inSlices(await this.knex('hosts').select('host'), row => {
      const host: Host = JSON.parse(row.host);
      if (host.trend) this.#trends.restore(keyOf(host), host.trend);
    });
    this.#isRestored = true;
  }

  /** Removes hosts that have been silent since before a moment. */
  async forget(before: Date): Promise<number> {
    this.#written.clear();
    return this.knex('hosts')
      .where('last_sample_at', '<', before.getTime())
      .delete();
  }
}

function keyOf({ environment, instance }: HostReport | Host): string {
  return JSON.stringify([environment, instance]);
}

/** Its newest reading, if that is recent. */
function cpuNow(
  { figures, intervalMs = DEFAULT_INTERVAL_MS, lastSampleAt }: HostReport,
  at: string,
): number | undefined {
  const cpu = figures.find(({ id }) => id === 'cpu');
  const seenAt = cpu?.observedAt ?? lastSampleAt;
  if (!seenAt) return undefined;
  const ageMs = Date.parse(at) - Date.parse(seenAt);
  if (ageMs > INTERVALS_FRESH * intervalMs + GRACE_MS) return undefined;
  return cpu?.value;
}

function toHost(report: HostReport, at: string, trend: HostTrend): Host {
  return {
    ...report,
    trend,
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
