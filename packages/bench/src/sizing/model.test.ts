import { FLEETS, fleetOf } from './fixtures';
import { COSTS, costOf, modelOf } from './model';
import { hostsWithin, LIMIT, planFor, USED } from './plan';

const model = modelOf(FLEETS);

describe('the model of sizes', () => {
  it('predicts a fleet that it was not made from', () => {
    const fleet = fleetOf(30_000, 6, 24);
    const predicted = model(fleet);
    const seen = costOf(fleet);
    const ratios = COSTS.map(name => (predicted[name] / seen[name]).toFixed(3));
    expect(ratios).toEqual(Array(6).fill('1.000'));
  });
});

describe('a plan', () => {
  it.each([10, 100_000, 1_000_000])('keeps %d hosts within limits', hosts => {
    const plan = planFor(model, { hosts, disksPerHost: 3 });
    expect(plan.millicores / plan.aggregators).toBeLessThanOrEqual(
      USED * LIMIT.millicores,
    );
    expect(plan.partitions).toBeGreaterThanOrEqual(plan.aggregators);
    expect(plan.whole.databaseMillicores).toBeGreaterThan(0);
  });

  it('needs one aggregator for few hosts, and more for many', () => {
    const aggregators = (hosts: number) =>
      planFor(model, { hosts, disksPerHost: 3 }).aggregators;
    expect(aggregators(10)).toBe(1);
    expect(aggregators(1_000_000)).toBeGreaterThan(5);
  });

  it('tells how many hosts one aggregator carries', () => {
    const hosts = hostsWithin(model, 3);
    const at = (n: number) =>
      model({ hosts: n, disksPerHost: 3, partitions: 12 });
    expect(at(hosts).aggregatorMillicores).toBeLessThanOrEqual(200);
    expect(at(hosts + 100).aggregatorMillicores).toBeGreaterThan(200);
  });

  it('is refused where nothing fits', () => {
    const tooMuch = modelOf(
      FLEETS.map(fleet => ({ ...fleet, aggregatorMillicores: 5_000 })),
    );
    expect(() => planFor(tooMuch, { hosts: 10, disksPerHost: 3 })).toThrow(
      'beyond the limits',
    );
  });
});
