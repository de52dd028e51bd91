import { silenceTimes } from './silenceTimes';

const now = Date.parse('2025-01-31T12:00:00Z');

describe('silenceTimes', () => {
  it('begins now, by the clock of the backend, where nothing else is said', () => {
    expect(silenceTimes('4h', '', now)).toEqual({
      until: '2025-01-31T16:00:00.000Z',
    });
  });

  it("begins at a moment of the reader's zone", () => {
    const startsAt = '2025-02-01T09:30';
    const start = new Date(startsAt).getTime();
    expect(silenceTimes('1h', startsAt, now)).toEqual({
      from: new Date(start).toISOString(),
      until: new Date(start + 3_600_000).toISOString(),
    });
  });
});
