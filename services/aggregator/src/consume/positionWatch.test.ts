import { openPartition } from './partitionState';
import { isDisplaced } from './positionWatch';

function state() {
  const limits = { maxAgents: 1, maxOpenGaps: 1, graceMs: 1 };
  const opened = openPartition(0, 10, 1_000, limits);
  opened.end = 20;
  opened.position = 15;
  opened.committed = { offset: 12, accepted: 15 };
  return opened;
}
const position = { low: 0, high: 22, committed: 12, reset: false };

describe('isDisplaced', () => {
  it('finds nothing where ends grow and the commit is ours', () => {
    expect(isDisplaced(state(), 12, position)).toBe(false);
  });

  it('bears a commit of ours that came between question and answer', () => {
    expect(isDisplaced(state(), 11, { ...position, committed: 11 })).toBe(
      false,
    );
    const trying = state();
    trying.attempted = 14;
    expect(isDisplaced(trying, 12, { ...position, committed: 14 })).toBe(false);
  });

  it.each([
    ['an end that moved back', { high: 19 }],
    ['a beginning that overtook us', { low: 16 }],
    ['a commit that vanished', { committed: undefined }],
    ['a commit of somebody else', { committed: 13 }],
    ['a commit that kafkajs overwrote', { committed: undefined, reset: true }],
  ])('sees %s', (_, change) => {
    expect(isDisplaced(state(), 12, { ...position, ...change })).toBe(true);
  });
});
