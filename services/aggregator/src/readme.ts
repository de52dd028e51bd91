import { byCodeUnits, Registry, settingsTable } from '@gomon/service-kit';
import type { MetricObjectWithValues, MetricValue } from 'prom-client';
import { addLiveMetrics, createSelfMetrics } from './selfMetrics';
import { aggregatorSettings } from './settings';

/** The table of settings, as the README shows it. */
export function readmeSettings(): string {
  return settingsTable(aggregatorSettings);
}

/** The table of the aggregator's own metrics, as the README shows it. */
export async function readmeMetrics(): Promise<string> {
  const registry = new Registry();
  createSelfMetrics(registry);
  const nothing = () => 0;
  addLiveMetrics(registry, {
    pendingMessages: nothing,
    undurableMessages: nothing,
    queuedBytes: nothing,
    inFlightBatches: nothing,
    openRuns: nothing,
    partitions: () => [{ partition: 0, lag: 0, uncommitted: 0 }],
    commitAgeSeconds: nothing,
    trackedAgents: nothing,
    databaseInvalidRows: nothing,
    databaseIgnoredRows: nothing,
    kafka: () => undefined,
  });
  const metrics = (await registry.getMetricsAsJSON()) as MetricObjectWithValues<
    MetricValue<string>
  >[];
  const rows = metrics
    .map(({ name, type, help }) => `| \`${name}\` | ${type} | ${help} |`)
    .sort(byCodeUnits);
  return ['| metric | type | meaning |', '|---|---|---|', ...rows].join('\n');
}
