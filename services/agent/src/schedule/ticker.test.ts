import { setTimeout as sleep } from 'node:timers/promises';
import { Ticker } from './ticker';

describe('Ticker', () => {
  it('calls at once, then at a steady pace, and not after it is stopped', async () => {
    let calls = 0;
    const ticker = new Ticker(
      20,
      async () => void (calls += 1),
      () => {},
    );
    ticker.start();
    expect(calls).toBe(1);
    await sleep(150);
    ticker.stop();
    const seen = calls;
    expect(seen).toBeGreaterThan(2);
    await sleep(60);
    expect(calls).toBe(seen);
  });

  it('never runs two calls at once and counts the beats that fall out', async () => {
    let running = 0;
    let most = 0;
    let skipped = 0;
    const slow = async () => {
      most = Math.max(most, (running += 1));
      await sleep(70);
      running -= 1;
    };
    const ticker = new Ticker(20, slow, beats => (skipped += beats));
    ticker.start();
    await sleep(200);
    ticker.stop();
    expect(most).toBe(1);
    expect(skipped).toBeGreaterThan(1);
  });

  it('does not make up for the time that the machine slept', () => {
    let now = 0;
    let calls = 0;
    let skipped = 0;
    const ticker = new Ticker(
      1000,
      async () => {
        calls += 1;
        now += 5000;
      },
      beats => (skipped += beats),
      () => now,
    );
    ticker.start();
    ticker.stop();
    expect([calls, skipped]).toEqual([1, 4]);
  });
});
