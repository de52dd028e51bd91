import { freshnessCheck, newHostsCheck } from './fleetChecks';
import { Host, isFlowing } from './host';

const HOUR_MS = 3600_000;
const now = new Date(1_700_000_000_000);
const host = (instance: string, ageMs: number): Host => ({
  instance,
  firstSampleMs: now.getTime() - ageMs,
  readings: {},
});

describe('hosts that are new', () => {
  it('are named', () => {
    const old = host('old', 20 * HOUR_MS);
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => host(name, 60_000));
    expect(newHostsCheck([old, ...many], now)).toMatchObject([
      {
        status: 'ok',
        value: 6,
        sentence:
          '6 hosts reported for the first time within the last hour: a, b, c, d, e and 1 more.',
      },
    ]);
  });

  it('are no news when all are, or none', () => {
    expect(newHostsCheck([host('a', 1), host('b', 2)], now)).toEqual([]);
    expect(newHostsCheck([host('a', 2 * HOUR_MS)], now)).toEqual([]);
  });
});

describe('a host that is silent', () => {
  const fleet = (...agesS: number[]): Host[] =>
    agesS.map((age, index) => ({
      instance: `host-${index}`,
      intervalMs: 5000,
      lastSampleMs: now.getTime() - age * 1000,
      readings: {},
    }));
  const others = Array.from({ length: 49 }, () => 4);

  it('is a case of its own while nearly all others report', () => {
    expect(isFlowing(fleet(21, ...others), now)).toBe(true);
    const check = (ageS: number, flows: boolean) =>
      freshnessCheck(fleet(ageS, ...others), now, flows);
    expect(check(21, true).failure).toBe('own');
    // It may only be the last to come back.
    expect(check(16, true).failure).toBe('blocked');
    expect(check(21, false).failure).toBe('blocked');
  });

  it('may be held up with the others when they are late, too', () => {
    expect(isFlowing(fleet(16, ...others.map(() => 12)), now)).toBe(false);
    expect(isFlowing(fleet(16, 16, 16, 16, ...others), now)).toBe(false);
    expect(isFlowing(fleet(16, 4), now)).toBe(false);
  });
});
