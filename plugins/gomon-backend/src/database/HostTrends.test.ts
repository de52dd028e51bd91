import { HostTrends } from './HostTrends';

const start = Date.parse('2025-01-31T12:00:00Z');
const after = (seconds: number) => new Date(start + seconds * 1000);

describe('HostTrends', () => {
  it('keeps a value a minute, the last one seen in it', () => {
    const trends = new HostTrends();
    trends.add('a', 10, after(0));
    trends.add('a', 20.04, after(30));
    expect(trends.add('a', 30, after(61))).toEqual({
      until: '2025-01-31T12:01:00.000Z',
      values: [20, 30],
    });
  });

  it('leaves holes where nobody looked, and where the host was silent', () => {
    const trends = new HostTrends();
    trends.add('a', 10, after(0));
    trends.add('a', undefined, after(60));
    expect(trends.add('a', 40, after(240)).values).toEqual([
      10,
      null,
      null,
      null,
      40,
    ]);
  });

  it('keeps a value that was seen in a minute when the host falls silent in it', () => {
    const trends = new HostTrends();
    trends.add('a', 10, after(0));
    expect(trends.add('a', undefined, after(20)).values).toEqual([10]);
  });

  it('goes back an hour, and no further', () => {
    const trends = new HostTrends();
    for (let minute = 0; minute < 90; minute++) {
      trends.add('a', minute, after(minute * 60));
    }
    const { values } = trends.add('a', 90, after(90 * 60));
    expect(values).toHaveLength(60);
    expect(values[0]).toBe(31);
    expect(trends.add('a', 1, after(90 * 86_400)).values).toHaveLength(60);
  });

  it('goes on where another replica left off', () => {
    const trends = new HostTrends();
    trends.restore('a', { until: after(0).toISOString(), values: [5] });
    expect(trends.add('a', 6, after(60)).values).toEqual([5, 6]);
  });
});
