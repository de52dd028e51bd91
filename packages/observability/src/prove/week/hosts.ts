import {
  DEFAULT_FLEET,
  DueMessages,
  hostName,
  messageOf,
  type FleetModel,
} from '@gomon/fleet';
import { toSamples } from '@gomon/wire';
import { keyOf, type TimeSeries } from './timeSeries';

/** For so long a host is away when it starts anew: five minutes would be silence. */
const AWAY_MS = 180_000;

/** Hosts whose disks are cleared in time: each is restarted some eight times a week, every other time as a machine. */
export const ORDINARY_HOSTS: Omit<FleetModel, 'startMs'> = {
  ...DEFAULT_FLEET,
  hosts: 20,
  restartsPerHour: 0.05,
  disksClearedAt: 0.85,
};

/**
 * What the aggregator stores of a fleet, of the names that are asked for. Who starts anew is away for three minutes. That
 * stands for what comes late, too: a rule that is evaluated before it came does not see it.
 */
export function hostSeries(
  model: FleetModel,
  untilMs: number,
  names: ReadonlySet<string>,
): TimeSeries[] {
  const series = new Map<string, TimeSeries>();
  const due = new DueMessages(model);
  const backAtMs = new Map<number, number>();
  while (due.nextAtMs < untilMs) {
    for (const { life, slot } of due.take(untilMs, model.hosts)) {
      const atMs = model.startMs + slot * model.intervalMs;
      const restarts = life.bootSlot === slot && slot > 0;
      const back = backAtMs.get(life.host) ?? 0;
      // Who comes back reports at once.
      if (restarts && atMs > back) backAtMs.set(life.host, atMs + AWAY_MS);
      if (atMs < (backAtMs.get(life.host) ?? 0)) continue;
      const { samples } = toSamples(messageOf(model, life, slot), {
        hostHeader: hostName(model, life),
      });
      for (const { labels, name, timestampMs, value } of samples) {
        if (!names.has(name)) continue;
        const metric = { __name__: name, ...labels };
        const key = keyOf(metric);
        const empty: TimeSeries = { metric, values: [], timestamps: [] };
        const own = series.get(key) ?? empty;
        series.set(key, own);
        own.values.push(value);
        own.timestamps.push(timestampMs);
      }
    }
  }
  return [...series.values()];
}
