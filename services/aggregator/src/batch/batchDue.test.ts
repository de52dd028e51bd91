import { batchDueInMs } from './batchDue';

const limits = { maxMessages: 100, maxBytes: 10_000, lingerMs: 500 };

describe('batchDueInMs', () => {
  it('waits for nothing when nothing waits', () => {
    expect(
      batchDueInMs({ messages: 0, bytes: 0, oldestAtMs: 0 }, limits, 9_999),
    ).toBeUndefined();
  });

  it('gives the first message time to find company', () => {
    const waiting = { messages: 1, bytes: 90, oldestAtMs: 1_000 };
    expect(batchDueInMs(waiting, limits, 1_000)).toBe(500);
    expect(batchDueInMs(waiting, limits, 1_400)).toBe(100);
    expect(batchDueInMs(waiting, limits, 9_000)).toBe(0);
  });

  it('does not wait once messages or bytes fill a batch', () => {
    expect(
      batchDueInMs({ messages: 100, bytes: 9, oldestAtMs: 0 }, limits, 0),
    ).toBe(0);
    expect(
      batchDueInMs({ messages: 9, bytes: 10_000, oldestAtMs: 0 }, limits, 0),
    ).toBe(0);
  });
});
