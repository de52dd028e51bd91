import { desiredState, generationOf, indexName } from './desired';

const options = { alias: 'aggregator-logs', replicas: 0, lifecycle: true };

describe('desiredState', () => {
  it('has the four phases of the specification in its policy', () => {
    expect(desiredState(options).policy).toEqual({
      name: 'aggregator-rollover-policy',
      policy: {
        phases: {
          hot: {
            actions: {
              rollover: { max_age: '1d', max_size: '2mb' },
              set_priority: { priority: 100 },
            },
          },
          warm: {
            min_age: '1d',
            actions: {
              forcemerge: { max_num_segments: 1 },
              shrink: { number_of_shards: 1 },
              set_priority: { priority: 50 },
            },
          },
          cold: { min_age: '2d', actions: { set_priority: { priority: 0 } } },
          delete: { min_age: '3d', actions: { delete: {} } },
        },
      },
    });
  });

  it('names policy and rollover alias in the template of the indices', () => {
    const { templates } = desiredState(options);
    expect(templates['aggregator-logs']).toMatchObject({
      index_patterns: ['aggregator-logs-*'],
      template: {
        settings: {
          index: {
            number_of_shards: '1',
            number_of_replicas: '0',
            lifecycle: {
              name: 'aggregator-rollover-policy',
              rollover_alias: 'aggregator-logs',
            },
          },
        },
        mappings: { properties: { metric_value: { type: 'double' } } },
      },
    });
  });

  it('forbids an index of the name of the alias to come into being by itself', () => {
    const { templates } = desiredState(options);
    expect(templates['aggregator-logs-alias-only']).toMatchObject({
      index_patterns: ['aggregator-logs'],
      allow_auto_create: false,
    });
  });

  it('leaves policy and its settings out where there is no lifecycle engine', () => {
    const desired = desiredState({ ...options, lifecycle: false });
    expect(desired.policy).toBeUndefined();
    expect(JSON.stringify(desired)).not.toContain('lifecycle');
  });
});

describe('generationOf', () => {
  it.each([
    ['aggregator-logs-000001', 1],
    ['aggregator-logs-123456', 123456],
    ['shrink-x1y_-aggregator-logs-000002', 2],
    ['shrink-aggregator-logs-000003', 3],
  ])('reads %s', (index, generation) => {
    expect(generationOf('aggregator-logs', index)).toBe(generation);
  });

  it.each(['aggregator-logs', 'aggregator-logs-2025.08.30', 'other-000001'])(
    'does not take %s for one of the series',
    index => {
      expect(generationOf('aggregator-logs', index)).toBeUndefined();
    },
  );

  it('is the reverse of indexName', () => {
    expect(generationOf('a', indexName('a', 12))).toBe(12);
  });
});
