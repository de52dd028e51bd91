import { SequenceTracker } from './sequenceTracker';

const limits = { maxAgents: 100, maxOpenGaps: 4, graceMs: 60_000 };

function see(tracker: SequenceTracker, sequences: number[], nowMs = 0) {
  for (const sequence of sequences) {
    tracker.observe({ host: 'h', boot: 'b', sequence }, nowMs);
  }
}

function drain(tracker: SequenceTracker, nowMs: number) {
  const sum = { missing: 0, duplicates: 0 };
  for (const { missing, duplicates } of tracker.drain(nowMs).values()) {
    sum.missing += missing;
    sum.duplicates += duplicates;
  }
  return sum;
}

describe('SequenceTracker', () => {
  it('counts nothing for numbers that follow each other', () => {
    const tracker = new SequenceTracker(limits);
    see(tracker, [7, 8, 9, 10]);
    expect(drain(tracker, 1e9)).toEqual({ missing: 0, duplicates: 0 });
  });

  it('counts a gap once nobody filled it in time', () => {
    const tracker = new SequenceTracker(limits);
    see(tracker, [1, 2, 6], 1_000);
    expect(drain(tracker, 60_999)).toEqual({ missing: 0, duplicates: 0 });
    expect(drain(tracker, 61_000)).toEqual({ missing: 3, duplicates: 0 });
    expect(drain(tracker, 99_000)).toEqual({ missing: 0, duplicates: 0 });
  });

  it('takes a late message as late, neither missing nor repeated', () => {
    const tracker = new SequenceTracker(limits);
    see(tracker, [1, 2, 6, 4, 3, 5]);
    expect(drain(tracker, 1e9)).toEqual({ missing: 0, duplicates: 0 });
  });

  it('counts what is left of a gap that was partly filled', () => {
    const tracker = new SequenceTracker(limits);
    see(tracker, [1, 10, 5]);
    expect(drain(tracker, 1e9)).toEqual({ missing: 7, duplicates: 0 });
  });

  it('counts repeats', () => {
    const tracker = new SequenceTracker(limits);
    see(tracker, [1, 2, 2, 3, 1]);
    expect(drain(tracker, 0)).toEqual({ missing: 0, duplicates: 2 });
  });

  it('starts anew with each boot of an agent', () => {
    const tracker = new SequenceTracker(limits);
    tracker.observe({ host: 'h', boot: 'b1', sequence: 90 }, 0);
    tracker.observe({ host: 'h', boot: 'b2', sequence: 1 }, 0);
    tracker.observe({ host: 'h', boot: 'b2', sequence: 2 }, 0);
    expect(drain(tracker, 1e9)).toEqual({ missing: 0, duplicates: 0 });
  });

  it('tells which host misses and which repeats', () => {
    const tracker = new SequenceTracker(limits);
    see(tracker, [1, 4]);
    for (const sequence of [1, 1]) {
      tracker.observe({ host: 'x', boot: 'b', sequence }, 0);
    }
    expect([...tracker.drain(1e9)]).toEqual([
      ['x', { missing: 0, duplicates: 1 }],
      ['h', { missing: 2, duplicates: 0 }],
    ]);
  });

  it('follows a bounded number of agents and counts the gaps of those let go', () => {
    const tracker = new SequenceTracker({ ...limits, maxAgents: 2 });
    see(tracker, [1, 5]);
    for (const host of ['x', 'y', 'z']) {
      tracker.observe({ host, boot: 'b', sequence: 1 }, 0);
    }
    expect(tracker.agents).toBe(2);
    expect(drain(tracker, 0)).toEqual({ missing: 3, duplicates: 0 });
  });

  it('holds a bounded number of gaps open', () => {
    const tracker = new SequenceTracker(limits);
    see(tracker, [1, 3, 5, 7, 9, 11]);
    expect(drain(tracker, 0)).toEqual({ missing: 1, duplicates: 0 });
    expect(drain(tracker, 1e9)).toEqual({ missing: 4, duplicates: 0 });
  });

  it('holds no more gaps when one is filled into many', () => {
    const tracker = new SequenceTracker(limits);
    see(tracker, [1, 20, 3, 5, 7, 9, 11, 13, 15, 17, 19]);
    const early = drain(tracker, 0).missing;
    expect(early).toBeGreaterThan(0);
    expect(early + drain(tracker, 1e9).missing).toBe(9);
  });
});
