import { TestDatabases } from '@backstage/backend-test-utils';
import { EntityHealth } from '@gomon/plugin-gomon-common';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { toTopology } from '../catalog/toTopology';
import { Snapshot } from '../engine/StateStore';
import { SilenceStore } from '../silences/SilenceStore';
import { entity, silentLogger } from '../testing/fixtures';
import { IncidentKeeper } from './IncidentKeeper';

const MINUTE_MS = 60_000;
const ref = 'component:default/vm';
const at = (minute: number) => new Date(1_700_000_000_000 + minute * MINUTE_MS);

const topology = toTopology(
  [
    {
      ...entity('vm', 'tsdb'),
      relations: [{ type: 'ownedBy', targetRef: 'group:default/platform' }],
    },
  ],
  'default',
);

function snapshot(role: EntityHealth['role']): Snapshot {
  const health = {
    entityRef: ref,
    title: 'VictoriaMetrics',
    role,
    status: role === 'cause' ? 'down' : 'ok',
    checks: [{ sentence: 'It does not answer.' }],
  } as EntityHealth;
  const state = {
    entityRef: ref,
    environment: 'default',
    health,
    memory: {},
    figures: {},
  };
  return { states: new Map([[ref, state]]), pipelines: [] };
}

describe('IncidentKeeper', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function prepare() {
    const knex = await databases.init('SQLITE_3');
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@gomon/plugin-gomon-backend',
        'migrations',
      ),
    });
    const sent: any[] = [];
    const silences = new SilenceStore(knex);
    const keeper = new IncidentKeeper({
      knex,
      silences,
      notifications: { send: async news => void sent.push(news) },
      logger: silentLogger,
      afterMs: 2 * MINUTE_MS,
    });
    const cycle = (role: EntityHealth['role'], minute: number) =>
      keeper.afterCycle(snapshot(role), topology, at(minute));
    const mute = (kind: 'mute' | 'acknowledge', until: number) =>
      silences.create({
        entityRef: ref,
        kind,
        reason: 'known',
        createdBy: 'user:default/me',
        createdAt: at(0).toISOString(),
        from: at(0).toISOString(),
        until: at(until).toISOString(),
      });
    return { cycle, mute, sent, silences };
  }

  it('tells the owner once when it has lasted, and once when it is over', async () => {
    const { cycle, sent } = await prepare();
    for (let minute = 0; minute < 10; minute++) await cycle('cause', minute);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      recipients: { type: 'entity', entityRef: ['group:default/platform'] },
      payload: {
        title: 'VictoriaMetrics is down',
        description: 'It does not answer.',
        severity: 'high',
        link: '/catalog/default/component/vm/health',
      },
    });
    await cycle('none', 10);
    await cycle('none', 11);
    expect(sent).toHaveLength(2);
    expect(sent[1].payload).toMatchObject({
      title: 'vm works again',
      description: 'It was over after 10 min.',
      scope: sent[0].payload.scope,
    });
  });

  it('says nothing of what was over before it had lasted', async () => {
    const { cycle, sent } = await prepare();
    await cycle('cause', 0);
    await cycle('cause', 1);
    await cycle('none', 2);
    expect(sent).toEqual([]);
  });

  it('says nothing to the owner of who is only affected', async () => {
    const { cycle, sent } = await prepare();
    for (let minute = 0; minute < 5; minute++) await cycle('affected', minute);
    expect(sent).toEqual([]);
  });

  it('keeps quiet while it is muted, and speaks when the mute ends before the incident', async () => {
    const { cycle, mute, sent } = await prepare();
    await mute('mute', 5);
    for (let minute = 0; minute < 5; minute++) await cycle('cause', minute);
    expect(sent).toEqual([]);
    await cycle('cause', 6);
    expect(sent).toHaveLength(1);
  });

  it('ends an acknowledgement with the incident', async () => {
    const { cycle, mute, silences } = await prepare();
    await mute('acknowledge', 600);
    await cycle('cause', 1);
    expect(await silences.active(at(2), ref)).toHaveLength(1);
    await cycle('none', 3);
    expect(await silences.active(at(4), ref)).toEqual([]);
  });
});
