import { parseMetrics } from '../prometheus/parseMetrics';
import { Repeats } from './Repeats';

const at = (seconds: number) => new Date(seconds * 1000);

function replica(url: string, counts: Record<string, number>) {
  const lines = Object.entries(counts).map(
    ([host, count]) =>
      `gomon_aggregator_host_duplicate_messages_total{host="${host}"} ${count}`,
  );
  const metrics = parseMetrics(lines.join('\n'));
  return { url, ready: true, reasons: [], metrics };
}

describe('Repeats', () => {
  it('counts from the first look on', () => {
    const repeats = new Repeats();
    repeats.add([replica('a', { web: 7 })], at(0));
    expect(repeats.hosts('default')).toEqual([]);
    repeats.add([replica('a', { web: 9 })], at(5));
    expect(repeats.hosts('default')).toEqual([
      { environment: 'default', instance: 'web', duplicates: 2 },
    ]);
  });

  it('counts all of a host that is listed for the first time', () => {
    const repeats = new Repeats();
    repeats.add([replica('a', {})], at(0));
    repeats.add([replica('a', { web: 3 })], at(5));
    expect(repeats.hosts('default')).toMatchObject([{ duplicates: 3 }]);
  });

  it('adds up replicas, and leaves out what is not counted by name', () => {
    const repeats = new Repeats();
    repeats.add([replica('a', {}), replica('b', {})], at(0));
    repeats.add(
      [replica('a', { web: 1, others: 5 }), replica('b', { web: 2 })],
      at(5),
    );
    expect(repeats.hosts('default')).toEqual([
      { environment: 'default', instance: 'web', duplicates: 3 },
    ]);
  });
});
