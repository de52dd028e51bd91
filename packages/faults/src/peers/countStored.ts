import { byCodeUnits } from '@gomon/service-kit';
import { FleetModel, hostName } from '../fleet/hostModel';
import { exportHost } from '../oracle/exportFleet';

const HOSTS_AT_ONCE = 20;

/** Samples of the fleet, each counted once however often it was delivered. */
export async function countStored(
  url: string,
  model: FleetModel,
): Promise<number> {
  let stored = 0;
  for (let first = 0; first < model.hosts; first += HOSTS_AT_ONCE) {
    const hosts = Array.from(
      { length: Math.min(HOSTS_AT_ONCE, model.hosts - first) },
      (_, i) => hostName(model, first + i),
    );
    const found = await Promise.all(hosts.map(host => exportHost(url, host)));
    const samples = new Set<string>();
    for (const { metric, timestamps } of found.flat()) {
      const { db: _, ...labels } = metric;
      const series = JSON.stringify(
        Object.entries(labels).sort(([a], [b]) => byCodeUnits(a, b)),
      );
      timestamps.forEach(time => samples.add(`${series}@${time}`));
    }
    stored += samples.size;
  }
  return stored;
}
