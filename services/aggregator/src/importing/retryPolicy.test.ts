import { firstPatience, nextPatience, RetryLimits } from './retryPolicy';

const limits: RetryLimits = {
  firstDelayMs: 200,
  maxDelayMs: 5_000,
  firstTimeoutMs: 10_000,
  maxTimeoutMs: 60_000,
};
const refused = { kind: 'failed', code: 'ECONNREFUSED', message: '' } as const;

describe('nextPatience', () => {
  it('doubles the wait up to the bound', () => {
    let patience = firstPatience(limits);
    const delays: number[] = [];
    for (let i = 0; i < 8; i++) {
      const next = nextPatience(patience, refused, limits, 1);
      delays.push(next.delayMs);
      patience = next.patience;
    }
    expect(delays).toEqual([200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
  });

  it('spreads waits over the upper half', () => {
    const patience = { attempt: 2, timeoutMs: 10_000 };
    expect(nextPatience(patience, refused, limits, 0).delayMs).toBe(400);
    expect(nextPatience(patience, refused, limits, 0.5).delayMs).toBe(600);
  });

  it('gives a slow database more time after each timeout, up to the bound', () => {
    let patience = firstPatience(limits);
    const timeouts: number[] = [];
    for (let i = 0; i < 4; i++) {
      patience = nextPatience(
        patience,
        { kind: 'timeout', afterMs: patience.timeoutMs },
        limits,
        0,
      ).patience;
      timeouts.push(patience.timeoutMs);
    }
    expect(timeouts).toEqual([20_000, 40_000, 60_000, 60_000]);
  });

  it('keeps the time limit when the failure was not a timeout', () => {
    const { patience } = nextPatience(
      firstPatience(limits),
      refused,
      limits,
      0,
    );
    expect(patience.timeoutMs).toBe(10_000);
  });

  it('waits as long as the database asks, within the bound', () => {
    const busy = (retryAfterMs: number) =>
      ({ kind: 'answered', status: 429, body: '', retryAfterMs } as const);
    const patience = firstPatience(limits);
    expect(nextPatience(patience, busy(3_000), limits, 0).delayMs).toBe(3_000);
    expect(nextPatience(patience, busy(90_000), limits, 0).delayMs).toBe(5_000);
  });
});
