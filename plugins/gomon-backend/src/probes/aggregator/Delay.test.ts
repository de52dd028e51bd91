import { parseMetrics } from '../prometheus/parseMetrics';
import { Delay } from './Delay';

/** A replica that has counted so many samples below 1, 5 and 10 s, and in all. */
const replica = (url: string, ...counts: number[]) => ({
  url,
  ready: true,
  reasons: [],
  metrics: parseMetrics(
    ['1', '5', '10', '+Inf']
      .map(
        (le, index) =>
          `gomon_aggregator_delay_seconds_bucket{le="${le}"} ${counts[index]}`,
      )
      .join('\n'),
  ),
});
const at = (second: number) => new Date(second * 1000);

describe('the delay of samples', () => {
  it('is that of what came since the look before, over all replicas', () => {
    const delay = new Delay();
    delay.add([replica('a', 0, 0, 0, 1000), replica('b', 0, 0, 0, 0)], at(0));
    expect(delay.quantile(0.5)).toBeUndefined();
    delay.add(
      [replica('a', 50, 50, 50, 1050), replica('b', 0, 50, 50, 50)],
      at(15),
    );
    expect(delay.quantile(0.5)).toBe(1);
    expect(delay.quantile(0.75)).toBe(3);
    expect(delay.figures().map(({ id }) => id)).toEqual([
      'delay-p50',
      'delay-p99',
    ]);
  });

  it('is at least the highest bound where samples lie above all of them', () => {
    const delay = new Delay();
    delay.add([replica('a', 0, 0, 0, 0)], at(0));
    delay.add([replica('a', 0, 0, 0, 7)], at(15));
    expect(delay.quantile(0.99)).toBe(10);
  });

  it('is not said while nothing arrives', () => {
    const delay = new Delay();
    delay.add([replica('a', 1, 1, 1, 1)], at(0));
    delay.add([replica('a', 1, 1, 1, 1)], at(15));
    expect(delay.figures()).toEqual([]);
  });
});
