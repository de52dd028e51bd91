import { emptyMetric, Metric } from './metric';
import { toSamples } from './samples';
import { SeriesBudget } from './seriesBudget';

const noon = Date.UTC(2026, 0, 1, 12);
const day = 86_400_000;

const reading = (disks: string[], atMs = noon, hostname = 'a'): Metric => ({
  ...emptyMetric(),
  hostname,
  agentBootId: 'b',
  collectedAtMs: atMs,
  diskStats: disks.map(mountpoint => ({ mountpoint, usedPercent: 1 })),
});

const names = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `/d${from + i}`);

/** How many readings of a message are stored, and why the others are not. */
function store(budget: SeriesBudget, metric: Metric) {
  const { samples, rejected } = toSamples(metric, { budget });
  return [samples.length, [...new Set(rejected.map(r => r.reason))].join()];
}

describe('SeriesBudget', () => {
  it('stores everything of a host that stays as it is', () => {
    const budget = new SeriesBudget(5);
    for (let i = 0; i < 100; i++) {
      expect(store(budget, reading(names(0, 5), noon + i))).toEqual([5, '']);
    }
  });

  it('refuses what one message lists beyond the bound, and says why', () => {
    const budget = new SeriesBudget(5);
    expect(store(budget, reading(names(0, 8)))).toEqual([5, 'too_many_series']);
  });

  it('bounds a host whose names change all the time, and keeps those that it had', () => {
    const budget = new SeriesBudget(10);
    let stored = 0;
    for (let i = 0; i < 50; i++) {
      stored += Number(store(budget, reading(names(i * 2, 2), noon + i))[0]);
    }
    expect(stored).toBeGreaterThanOrEqual(10);
    expect(stored).toBeLessThanOrEqual(12);
    expect(store(budget, reading(names(4, 1), noon + 99))).toEqual([1, '']);
  });

  it('answers the same when a message comes again', () => {
    const budget = new SeriesBudget(3);
    store(budget, reading(names(0, 2)));
    const second = reading(names(2, 6), noon + 1);
    expect(store(budget, second)).toEqual(store(budget, second));
  });

  it('begins anew each day, and holds nothing against other hosts', () => {
    const budget = new SeriesBudget(2);
    expect(store(budget, reading(names(0, 4)))).toEqual([2, 'too_many_series']);
    expect(store(budget, reading(names(0, 2), noon, 'b'))).toEqual([2, '']);
    expect(store(budget, reading(names(4, 2), noon + day))).toEqual([2, '']);
  });
});
