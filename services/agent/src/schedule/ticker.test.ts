import { Ticker } from './ticker';

describe('Ticker', () => {
  // The clock of the test, not of the machine: a busy machine would miss beats that have to be counted.
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('calls at once, then at a steady pace, and not after it is stopped', async () => {
    let calls = 0;
    const ticker = new Ticker(
      20,
      async () => void (calls += 1),
      () => {},
    );
    ticker.start();
    expect(calls).toBe(1);
    await jest.advanceTimersByTimeAsync(150);
    expect(calls).toBe(8);
    ticker.stop();
    await jest.advanceTimersByTimeAsync(60);
    expect(calls).toBe(8);
  });

  it('never runs two calls at once and counts the beats that fall out', async () => {
    let calls = 0;
    let running = 0;
    let most = 0;
    let skipped = 0;
    const slow = async () => {
      calls += 1;
      most = Math.max(most, (running += 1));
      await new Promise(done => void setTimeout(done, 70));
      running -= 1;
    };
    const ticker = new Ticker(20, slow, beats => (skipped += beats));
    ticker.start();
    await jest.advanceTimersByTimeAsync(199);
    ticker.stop();
    // Beats at 0, 20 ... 180; a call takes those at 0, 80 and 160.
    expect([most, calls, skipped]).toEqual([1, 3, 7]);
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
