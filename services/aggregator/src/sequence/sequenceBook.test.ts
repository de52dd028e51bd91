import { Registry } from '@gomon/service-kit';
import { createSelfMetrics } from '../selfMetrics';

async function valuesOf(registry: Registry, name: string) {
  const metric = registry.getSingleMetric(`gomon_aggregator_${name}`)!;
  const { values } = await metric.get();
  return Object.fromEntries(
    values.map(({ labels, value }) => [labels.host ?? '', value]),
  );
}

describe('SequenceBook', () => {
  it('counts in total and by host, with a bounded number of hosts', async () => {
    const registry = new Registry();
    const { sequences } = createSelfMetrics(registry);
    const hosts = Array.from({ length: 150 }, (_, i) => `h${i}`);
    sequences.add(
      new Map(hosts.map(host => [host, { missing: 2, duplicates: 1 }])),
    );
    sequences.add(new Map([['h0', { missing: 3, duplicates: 0 }]]));

    expect(await valuesOf(registry, 'missing_messages_total')).toEqual({
      '': 303,
    });
    const missing = await valuesOf(registry, 'host_missing_messages_total');
    expect(Object.keys(missing)).toHaveLength(101);
    expect(missing).toMatchObject({ h0: 5, h99: 2, others: 100 });
    const repeated = await valuesOf(registry, 'host_duplicate_messages_total');
    expect(repeated).toMatchObject({ h0: 1, others: 50 });
  });
});
