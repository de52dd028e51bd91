import { newHostsCheck } from './fleetChecks';
import { Host } from './host';

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
