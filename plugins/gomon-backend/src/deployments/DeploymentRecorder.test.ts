import { TestDatabases } from '@backstage/backend-test-utils';
import { EntityDeployments } from '@gomon/plugin-gomon-common';
import { toTopology } from '../catalog/toTopology';
import { connect } from '../database/connect';
import { EventStore } from '../database/EventStore';
import { entity } from '../testing/fixtures';
import { DeploymentRecorder } from './DeploymentRecorder';
import { DeploymentStore } from './DeploymentStore';

const now = new Date('2026-01-01T12:00:00Z');
const topology = toTopology(
  [entity('argocd', 'gitops'), entity('kafka', 'broker')],
  'default',
);

const deployedAt = (...moments: string[]): EntityDeployments[] =>
  topology.components.map(({ entityRef }) => ({
    entityRef,
    status: 'read',
    deployments: [
      {
        application: 'gomon',
        sync: 'synced',
        health: 'healthy',
        outOfSync: [],
        outOfSyncCount: 0,
        history: moments.map(moment => ({
          revision: 'abc1234'.padEnd(40, '0'),
          deployedAt: moment,
        })),
        url: 'https://argocd/applications/gomon',
      },
    ],
    observedAt: now.toISOString(),
  }));

describe('DeploymentRecorder', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('keeps the answer, and tells each sync once', async () => {
    const client = await databases.init('SQLITE_3');
    const knex = await connect({ getClient: async () => client });
    const events = new EventStore(knex);
    const store = new DeploymentStore(knex);
    const onChange = jest.fn(async () => {});
    let found = deployedAt(
      '2026-01-01T11:00:00.000Z',
      '2025-01-01T00:00:00.000Z',
    );
    const recorder = new DeploymentRecorder({
      reader: { read: async () => found },
      store,
      events,
      topology: async () => topology,
      keepMs: 30 * 86_400_000,
      onChange,
    });
    const told = async () =>
      (
        await events.page({
          from: new Date(0),
          to: now,
          kinds: ['deployment'],
          limit: 10,
        })
      ).items;

    await recorder.run(now, AbortSignal.timeout(5_000));
    await recorder.run(now, AbortSignal.timeout(5_000));
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(await told()).toEqual([
      expect.objectContaining({
        at: '2026-01-01T11:00:00.000Z',
        kind: 'deployment',
        entityRef: 'component:default/argocd',
        sentence: 'gomon was synced to abc1234.',
        url: 'https://argocd/applications/gomon',
      }),
    ]);
    expect(await store.find('component:default/kafka')).toEqual(found[1]);

    found = deployedAt(
      '2026-01-01T11:59:00.000Z',
      '2026-01-01T11:00:00.000Z',
    ).slice(0, 1);
    await recorder.run(now, AbortSignal.timeout(5_000));
    expect(await told()).toHaveLength(2);
    expect(await store.find('component:default/kafka')).toBeUndefined();
  });
});
