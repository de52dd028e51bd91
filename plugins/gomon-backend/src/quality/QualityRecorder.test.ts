import { TestDatabases } from '@backstage/backend-test-utils';
import { EntityQuality, ProjectQuality } from '@gomon/plugin-gomon-common';
import { toTopology } from '../catalog/toTopology';
import { connect } from '../database/connect';
import { EventStore } from '../database/EventStore';
import { entity } from '../testing/fixtures';
import { QualityReader } from './QualityReader';
import { QualityRecorder } from './QualityRecorder';
import { QualityStore } from './QualityStore';

const now = new Date('2026-01-01T12:00:00Z');
const annotated = { annotations: { 'sonarqube.org/project-key': 'gomon' } };
const topology = toTopology(
  [
    entity('sonarqube', 'code-quality', annotated),
    entity('aggregator', 'aggregator', annotated),
    entity('kafka', 'broker'),
  ],
  'default',
);

const project = (own: Partial<ProjectQuality> = {}): ProjectQuality => ({
  asked: 'gomon',
  status: 'read',
  verdict: 'passed',
  gate: 'gomon-quality-gate',
  conditions: [],
  measures: [],
  analysedAt: '2026-01-01T11:00:00.000Z',
  url: 'http://sonarqube/dashboard?id=gomon',
  ...own,
});

const failed = project({
  verdict: 'failed',
  analysedAt: '2026-01-01T11:30:00.000Z',
  conditions: [
    {
      metric: 'new_bugs',
      title: 'Bugs on new code',
      passed: false,
      actual: 1,
      required: 0,
      comparison: 'at-most',
      unit: 'count',
      sentence: 'Bugs on new code 1, needs at most 0: 1 too many.',
    },
  ],
});

describe('QualityRecorder', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('keeps the answer for each component, and tells each change of the verdict once', async () => {
    const client = await databases.init('SQLITE_3');
    const knex = await connect({ getClient: async () => client });
    const events = new EventStore(knex);
    const store = new QualityStore(knex);
    const onChange = jest.fn(async () => {});
    let answer = project();
    const tryRead = jest.fn(async () => answer);
    const recorder = new QualityRecorder({
      reader: new QualityReader({ tryRead }),
      store,
      events,
      topology: async () => topology,
      onChange,
    });
    const lookAndTell = async (next: ProjectQuality) => {
      answer = next;
      await recorder.run(now, AbortSignal.timeout(5_000));
      const { items } = await events.page({
        from: new Date(0),
        to: now,
        kinds: ['quality-gate'],
        limit: 10,
      });
      return items.map(({ at, entityRef, sentence }) => [
        at,
        entityRef,
        sentence,
      ]);
    };

    expect(await lookAndTell(project())).toEqual([]);
    // One project, asked once for both components that name it.
    expect(tryRead).toHaveBeenCalledTimes(1);
    const kept: EntityQuality = {
      entityRef: 'component:default/aggregator',
      status: 'read',
      projects: [project()],
      observedAt: now.toISOString(),
    };
    expect(await store.find('component:default/aggregator')).toEqual(kept);
    expect(await store.find('component:default/kafka')).toBeUndefined();

    const red = [
      '2026-01-01T11:30:00.000Z',
      'component:default/sonarqube',
      'gomon fails gomon-quality-gate: Bugs on new code 1, needs at most 0: 1 too many.',
    ];
    expect(await lookAndTell(failed)).toEqual([red]);
    expect(await lookAndTell(failed)).toEqual([red]);
    expect(onChange).toHaveBeenCalledTimes(2);

    // A server that does not answer changes no verdict.
    const gone = project({ status: 'unreachable', verdict: 'none' });
    expect(await lookAndTell(gone)).toEqual([red]);
    const green = project({ analysedAt: '2026-01-01T11:45:00.000Z' });
    expect(await lookAndTell(green)).toEqual([
      [
        '2026-01-01T11:45:00.000Z',
        'component:default/sonarqube',
        'gomon passes gomon-quality-gate again.',
      ],
      red,
    ]);
  });
});
