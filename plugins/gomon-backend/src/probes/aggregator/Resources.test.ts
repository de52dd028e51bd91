import { parseMetrics } from '../prometheus/parseMetrics';
import { Resources } from './Resources';

const replica = (figures: Record<string, number>, url = 'a') => ({
  url,
  ready: true,
  reasons: [],
  metrics: parseMetrics(
    Object.entries(figures)
      .map(([name, value]) => `${name} ${value}`)
      .join('\n'),
  ),
});
const at = (second: number) => new Date(second * 1000);
const checkIn = (resources: Resources, id: string) =>
  resources.checks('Aggregator').find(check => check.id === id);

describe('the resources of an aggregator', () => {
  it('holds memory against the limit of the fullest replica', () => {
    const resources = new Resources();
    const of = (used: number, url: string) =>
      replica(
        {
          gomon_memory_working_set_bytes: used,
          gomon_memory_limit_bytes: 100 * 1024 ** 2,
        },
        url,
      );
    resources.add([of(1024 ** 2, 'a'), of(95 * 1024 ** 2, 'b')], at(0));
    expect(checkIn(resources, 'aggregator.memory')).toMatchObject({
      status: 'degraded',
      failure: 'own',
      value: 95,
      sentence:
        'Aggregator uses 95 MiB of its 100 MiB. At the limit it is killed and starts again.',
    });
  });

  it('holds CPU against its limit, over time', () => {
    const resources = new Resources();
    const used = (seconds: number) =>
      replica({
        process_cpu_seconds_total: seconds,
        gomon_cpu_limit_cores: 0.2,
      });
    resources.add([used(10)], at(0));
    expect(checkIn(resources, 'aggregator.cpu')).toBeUndefined();
    resources.add([used(11)], at(10));
    expect(checkIn(resources, 'aggregator.cpu')).toMatchObject({
      status: 'ok',
      value: 50,
    });
  });

  it('says nothing about limits where there are none', () => {
    const resources = new Resources();
    const machine = { gomon_memory_working_set_bytes: 5e9 };
    resources.add(
      [replica({ ...machine, process_resident_memory_bytes: 5e7 })],
      at(0),
    );
    expect(checkIn(resources, 'aggregator.memory')).toBeUndefined();
    expect(resources.figures()).toMatchObject([{ id: 'memory', value: 5e7 }]);
  });

  it('takes one restart for a deployment, and three in an hour for trouble', () => {
    const resources = new Resources();
    const startedAt = (second: number) =>
      replica({ process_start_time_seconds: second });
    [1, 1, 2].forEach((start, i) => resources.add([startedAt(start)], at(i)));
    expect(checkIn(resources, 'aggregator.restarts')).toMatchObject({
      status: 'ok',
      sentence: 'Aggregator has restarted once in the last hour.',
    });
    [3, 4].forEach(start => resources.add([startedAt(start)], at(10 + start)));
    expect(checkIn(resources, 'aggregator.restarts')).toMatchObject({
      status: 'degraded',
      value: 3,
    });
    resources.add([startedAt(4)], at(3700));
    expect(checkIn(resources, 'aggregator.restarts')?.value).toBe(0);
  });
});
