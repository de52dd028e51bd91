import { desiredState } from '../desired/desired';
import { Observed, ObservedIndex } from '../observed/observed';
import { plan } from './plan';

const desired = desiredState({
  alias: 'aggregator-logs',
  replicas: 0,
  lifecycle: true,
});
const ours = desired.templates['aggregator-logs'].template!;

const empty: Observed = {
  version: '8.7.0',
  hasLifecycle: true,
  templates: {},
  rivals: [],
  indices: [],
};

const index = (name: string, more: Partial<ObservedIndex> = {}) => ({
  name,
  documents: 10,
  aliased: false,
  properties: ours.mappings.properties,
  lifecycle: {
    name: 'aggregator-rollover-policy',
    rollover_alias: 'aggregator-logs',
  },
  ...more,
});

/** A cluster that is as it is to be, the way Elasticsearch gives its objects back. */
const ready: Observed = {
  ...empty,
  policy: {
    phases: {
      ...desired.policy!.policy.phases,
      hot: { min_age: '0ms', ...desired.policy!.policy.phases.hot },
      delete: {
        min_age: '3d',
        actions: { delete: { delete_searchable_snapshot: true } },
      },
    },
  },
  templates: Object.fromEntries(
    Object.entries(desired.templates).map(([name, template]) => [
      name,
      { ...template, composed_of: [] },
    ]),
  ),
  indices: [
    index('aggregator-logs-000001', { aliased: true, writeIndex: false }),
    index('aggregator-logs-000002', { aliased: true, writeIndex: true }),
  ],
};

const kinds = (observed: Observed, adopt = false) =>
  plan(desired, observed, { adopt }).steps.map(({ kind }) => kind);
const problems = (observed: Observed, adopt = false) =>
  plan(desired, observed, { adopt }).obstacles.map(({ problem }) => problem);

describe('plan', () => {
  it('makes everything on an empty cluster, the index last', () => {
    expect(kinds(empty)).toEqual([
      'put-policy',
      'put-template',
      'put-template',
      'create-index',
    ]);
  });

  it('has nothing to do where all is as it is to be', () => {
    expect(plan(desired, ready)).toEqual({
      steps: [],
      obstacles: [],
      warnings: [],
    });
  });

  it('changes only a policy that differs, and says where', () => {
    const policy = structuredClone(ready.policy!);
    policy.phases.hot.actions.rollover = { max_size: '50gb' };
    expect(plan(desired, { ...ready, policy }).steps).toEqual([
      expect.objectContaining({
        kind: 'put-policy',
        differences: [
          { path: 'hot.actions.rollover.max_age', is: undefined, toBe: '1d' },
          { path: 'hot.actions.rollover.max_size', is: '50gb', toBe: '2mb' },
        ],
      }),
    ]);
  });

  it('changes only a template that differs, and says where', () => {
    const templates = structuredClone(ready.templates);
    templates['aggregator-logs'].template!.settings.index.number_of_replicas =
      '1';
    expect(plan(desired, { ...ready, templates }).steps).toEqual([
      expect.objectContaining({
        kind: 'put-template',
        name: 'aggregator-logs',
        differences: [
          expect.objectContaining({
            path: 'template.settings.index.number_of_replicas',
          }),
        ],
      }),
    ]);
  });

  it('rolls over where the write index keeps the value as text', () => {
    const indices = [
      index('aggregator-logs-000004', {
        aliased: true,
        writeIndex: true,
        properties: {
          ...ours.mappings.properties,
          metric_value: { type: 'text' },
        },
      }),
    ];
    expect(plan(desired, { ...ready, indices }).steps).toEqual([
      {
        kind: 'roll-over',
        alias: 'aggregator-logs',
        from: 'aggregator-logs-000004',
        reasons: ['metric_value is text, not double'],
      },
    ]);
  });

  it('rolls over where the write index follows no policy', () => {
    const indices = [
      index('aggregator-logs-000001', {
        aliased: true,
        writeIndex: true,
        lifecycle: undefined,
      }),
    ];
    expect(kinds({ ...ready, indices })).toEqual(['roll-over']);
  });

  it('refuses an index that holds the name of the alias, and says how to go on', () => {
    const indices = [index('aggregator-logs', { documents: 11_500 })];
    const { obstacles, steps } = plan(desired, { ...ready, indices });
    expect(steps).toEqual([]);
    expect(obstacles).toEqual([
      {
        problem: expect.stringContaining(
          'An index is called aggregator-logs, the name of the write alias (11500 documents)',
        ),
        advice: expect.stringContaining('DELETE /aggregator-logs'),
      },
    ]);
  });

  it('refuses it also with leave to adopt', () => {
    const indices = [index('aggregator-logs')];
    expect(problems({ ...ready, indices }, true)).toHaveLength(1);
  });

  it('refuses an alias that points to indices of somebody else', () => {
    const indices = [index('payments', { aliased: true, writeIndex: true })];
    expect(problems({ ...ready, indices }, true)).toEqual([
      expect.stringContaining('points to payments (10 documents)'),
    ]);
  });

  it('asks for leave to put indices behind an alias that was lost', () => {
    const indices = [
      index('aggregator-logs-000001'),
      index('aggregator-logs-000002'),
    ];
    expect(kinds({ ...ready, indices })).toEqual([]);
    expect(problems({ ...ready, indices })).toEqual([
      expect.stringContaining('exist without the alias aggregator-logs'),
    ]);
    expect(plan(desired, { ...ready, indices }, { adopt: true }).steps).toEqual(
      [
        {
          kind: 'adopt-indices',
          alias: 'aggregator-logs',
          indices: ['aggregator-logs-000001', 'aggregator-logs-000002'],
          writeIndex: 'aggregator-logs-000002',
        },
      ],
    );
  });

  it('asks for leave to choose a write index where there is none', () => {
    const indices = [index('aggregator-logs-000007', { aliased: true })];
    expect(problems({ ...ready, indices })).toEqual([
      expect.stringContaining('None of aggregator-logs-000007'),
    ]);
    expect(kinds({ ...ready, indices }, true)).toEqual(['adopt-indices']);
  });

  it('leaves an index alone that something made beside the series, and says so', () => {
    const indices = [...ready.indices, index('aggregator-logs-2025.08.30')];
    const { steps, warnings } = plan(desired, { ...ready, indices });
    expect(steps).toEqual([]);
    expect(warnings).toEqual([
      expect.stringContaining('aggregator-logs-2025.08.30 (10 documents)'),
    ]);
  });

  it('takes an index that the engine has shrunk for one of the series', () => {
    const indices = [
      ...ready.indices,
      index('shrink-ab12-aggregator-logs-000001', {
        aliased: true,
        writeIndex: false,
      }),
    ];
    expect(problems({ ...ready, indices })).toEqual([]);
  });

  it.each([
    ['a server of another major version', { version: '9.1.0' }, '9.1.0'],
    ['no lifecycle engine', { hasLifecycle: false }, 'no lifecycle engine'],
    [
      'a stronger template of somebody else',
      { rivals: [{ name: 'all', priority: 400 }] },
      'all (priority 400)',
    ],
  ])('does not go on with %s', (_what, change, said) => {
    expect(problems({ ...ready, ...change })).toEqual([
      expect.stringContaining(said),
    ]);
  });

  it('goes on with a weaker template of somebody else', () => {
    const rivals = [{ name: 'logs', priority: 100 }];
    expect(problems({ ...ready, rivals })).toEqual([]);
  });
});
