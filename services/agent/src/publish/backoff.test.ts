import { Backoff } from './backoff';

describe('Backoff', () => {
  it('doubles, is bounded, and starts over', () => {
    const backoff = new Backoff(100, 1000, () => 1);
    const times = () => Array.from({ length: 5 }, () => backoff.next());
    expect(times()).toEqual([100, 200, 400, 800, 1000]);
    backoff.reset();
    expect(backoff.next()).toBe(100);
  });

  it('spreads agents over half of the time', () => {
    expect(new Backoff(100, 1000, () => 0).next()).toBe(50);
  });
});
