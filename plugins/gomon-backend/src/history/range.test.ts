import { MAX_POINTS, rangeOf } from './range';

const now = new Date('2025-01-31T12:00:00Z');

describe('rangeOf', () => {
  it('is the last hour without parameters', () => {
    const { from, to, stepSeconds } = rangeOf({}, now);
    expect(to).toEqual(now);
    expect(from.toISOString()).toBe('2025-01-31T11:00:00.000Z');
    expect(stepSeconds).toBe(30);
  });

  it('makes a step longer that would come to too many points', () => {
    const { stepSeconds } = rangeOf(
      { from: '2025-01-01T00:00:00Z', step: '1' },
      now,
    );
    const seconds = (now.getTime() - Date.parse('2025-01-01T00:00:00Z')) / 1000;
    expect(Math.floor(seconds / stepSeconds) + 1).toBeLessThanOrEqual(
      MAX_POINTS,
    );
  });

  it.each([
    [{ from: 'yesterday' }, 'from'],
    [{ to: '1700000000' }, 'to'],
    [{ to: '2025-13-45T00:00:00Z' }, 'to'],
    [{ from: '2025-02-01T00:00:00Z' }, 'from'],
    [{ from: '2020-01-01T00:00:00Z' }, 'from'],
    [{ step: '0' }, 'step'],
    [{ step: '1.5' }, 'step'],
  ])('names what is wrong with %j', (query, parameter) => {
    expect(() => rangeOf(query, now)).toThrow(`Parameter ${parameter}:`);
  });
});
