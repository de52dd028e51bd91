import { byCodeUnits, Registry, settingsTable } from '@gomon/service-kit';
import type { MetricObjectWithValues, MetricValue } from 'prom-client';
import { createAgentMetrics, showOutbox } from './agentMetrics';
import { agentSettings } from './agentSettings';
import { MemoryOutbox } from './outbox/memoryOutbox';

/** The table of settings, as the README shows it. */
export function readmeSettings(): string {
  return settingsTable(agentSettings);
}

/** The table of the agent's own metrics, as the README shows it. */
export async function readmeMetrics(): Promise<string> {
  const registry = new Registry();
  createAgentMetrics(registry);
  const limits = { maxMessages: 1, maxBytes: 1 };
  showOutbox(registry, new MemoryOutbox(limits, () => {}));
  const metrics = (await registry.getMetricsAsJSON()) as MetricObjectWithValues<
    MetricValue<string>
  >[];
  const rows = metrics
    .map(({ name, type, help }) => `| \`${name}\` | ${type} | ${help} |`)
    .sort(byCodeUnits);
  return ['| metric | type | meaning |', '|---|---|---|', ...rows].join('\n');
}
