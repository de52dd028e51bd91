import { logQuery } from './logQuery';

const range = {
  from: new Date('2025-08-30T11:00:00Z'),
  to: new Date('2025-08-30T12:00:00Z'),
  stepSeconds: 60,
};

describe('logQuery', () => {
  it('asks for the newest lines of the range and nothing else', () => {
    const { query, size, sort } = logQuery({ range, limit: 100 });
    expect(size).toBe(100);
    expect(query.bool.filter).toEqual([
      {
        range: {
          '@timestamp': {
            gte: '2025-08-30T11:00:00.000Z',
            lt: '2025-08-30T12:00:00.000Z',
          },
        },
      },
    ]);
    expect(sort[0]).toMatchObject({ '@timestamp': { order: 'desc' } });
  });

  it('matches what a person typed as words, whatever it looks like', () => {
    const words = '*:* OR tags:secret {"match_all":{}}';
    const { query } = logQuery({ words, range, limit: 1 });
    expect(query.bool.filter[1]).toEqual({
      match: { message: { query: words, operator: 'and' } },
    });
  });

  it('filters by level and metric', () => {
    const filter = logQuery({
      levels: ['warn', 'error'],
      metrics: ['cpu_usage_percent'],
      range,
      limit: 1,
    }).query.bool.filter;
    expect(filter).toContainEqual({
      terms: { 'log.level': ['warn', 'error'] },
    });
    expect(filter).toContainEqual({
      terms: { metric_name: ['cpu_usage_percent'] },
    });
  });

  it('goes on where the page before ended', () => {
    const after = [1756555200000, 'f', 17];
    expect(logQuery({ range, limit: 1, after }).search_after).toEqual(after);
  });
});
