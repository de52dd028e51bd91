import { bulkOutcome } from './bulkOutcome';

const events = [1, 2, 3, 4, 5, 6].map(n => ({ message: String(n) }));

describe('bulkOutcome', () => {
  it('sorts documents by what is to be done with them', () => {
    const outcome = bulkOutcome(events, [
      { status: 201 },
      { status: 409, error: { type: 'version_conflict_engine_exception' } },
      { status: 400, error: { reason: 'failed to parse field' } },
      { status: 429, error: { reason: 'rejected execution' } },
      { status: 503, error: { type: 'unavailable_shards_exception' } },
      { status: 404, error: { reason: 'no such index [aggregator-logs]' } },
    ]);
    expect(outcome).toEqual({
      stored: 1,
      duplicates: 1,
      refused: [
        { event: events[2], status: 400, reason: 'failed to parse field' },
      ],
      again: [events[3], events[4], events[5]],
      reason: 'no such index [aggregator-logs]',
    });
  });

  it('has no reason where all went well', () => {
    const items = events.map(() => ({ status: 201 }));
    expect(bulkOutcome(events, items).reason).toBeUndefined();
  });
});
