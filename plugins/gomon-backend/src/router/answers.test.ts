import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Server } from 'node:http';
import request from 'supertest';
import { entities, startGomon } from '../__testUtils__/startGomon';

const get = (server: Server, path: string) =>
  request(server).get(`/api/gomon${path}`);

describe('what the API answers', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startGomon();
  });

  it('draws the pipelines with cause, stages, edges and figures', async () => {
    const { body } = await get(server, '/pipelines');
    expect(body.items.map((item: { name: string }) => item.name)).toEqual([
      'metrics',
      'logs',
      'code-quality',
    ]);
    expect(body.items[0]).toMatchObject({
      title: 'Metrics',
      status: 'down',
      sentence: 'queue does not answer: connection refused.',
      cause: { entityRef: 'component:default/queue', status: 'down' },
      stages: [
        { entityRef: 'component:default/machines', status: 'ok', role: 'none' },
        { entityRef: 'component:default/queue', status: 'down', role: 'cause' },
        { entityRef: 'component:default/boards', status: 'not-configured' },
      ],
      edges: [
        {
          from: 'component:default/machines',
          to: 'component:default/queue',
          figures: [],
        },
      ],
      figures: [{ id: 'hosts', value: 3 }],
    });
    expect(body.items[1]).toMatchObject({
      status: 'not-configured',
      stages: [],
      causes: [],
    });
  });

  it('tells the health of a component, whatever the case of its reference', async () => {
    const { body } = await get(
      server,
      '/entities/Component/default/queue/health',
    );
    expect(body).toMatchObject({
      entityRef: 'component:default/queue',
      status: 'down',
      role: 'cause',
      affectedBy: [],
      checks: [{ id: 'broken.answers', status: 'down' }],
    });
  });

  it('says what is missing for a component that nobody watches', async () => {
    const { body } = await get(
      server,
      '/entities/component/default/boards/health',
    );
    expect(body.status).toBe('not-configured');
    expect(body.checks[0].sentence).toContain(
      'does not count against its pipeline',
    );
  });

  it('lists components by status and reference, page by page', async () => {
    const refs = (body: { items: { entityRef: string }[] }) =>
      body.items.map(({ entityRef }) => entityRef);
    const first = await get(server, '/entities?limit=2');
    expect(refs(first.body)).toEqual([
      'component:default/boards',
      'component:default/machines',
    ]);
    const second = await get(
      server,
      `/entities?limit=2&cursor=${first.body.pageInfo.nextCursor}`,
    );
    expect(refs(second.body)).toEqual(['component:default/queue']);
    expect(second.body.pageInfo.nextCursor).toBeUndefined();
    const down = await get(server, '/entities?status=down,unknown');
    expect(refs(down.body)).toEqual(['component:default/queue']);
    const named = await get(
      server,
      '/entities?refs=component:default/Boards,component:default/none',
    );
    expect(refs(named.body)).toEqual(['component:default/boards']);
  });

  it('remembers since when a component is what it is', async () => {
    const { body } = await get(
      server,
      '/entities/component/default/queue/history',
    );
    expect(body.transitions).toMatchObject([
      { kind: 'first-seen', to: 'down', role: 'cause' },
    ]);
    expect(body.shares).toEqual({ down: 1 });
  });

  it('keeps figures and checks with a value as series', async () => {
    const { body } = await get(
      server,
      '/entities/component/default/machines/series',
    );
    expect(body.series).toMatchObject([
      { name: 'source.alive', label: 'Alive', unit: 'count' },
      { name: 'hosts', label: 'hosts', unit: 'count' },
    ]);
    const values = body.series[1].points.map(
      ([, value]: [number, number | null]) => value,
    );
    expect(values.filter((value: unknown) => value !== null)).toEqual([3]);
  });

  it('lists events by component and kind', async () => {
    const all = await get(server, '/events');
    expect(all.body.items).toHaveLength(3);
    const one = await get(
      server,
      '/events?entityRef=component:default/queue&kind=first-seen,deployment',
    );
    expect(one.body.items).toMatchObject([
      { entityRef: 'component:default/queue', to: 'down' },
    ]);
    const none = await get(server, '/events?kind=deployment');
    expect(none.body.items).toEqual([]);
  });
});

describe('the list of hosts', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startGomon();
  });
  const names = async (query: string) => {
    const { body } = await get(server, `/hosts?${query}`);
    return body.items.map(({ instance }: { instance: string }) => instance);
  };

  it('begins with those that are silent', async () => {
    const { body } = await get(server, '/hosts');
    expect(body.totalItems).toBe(3);
    expect(body.items).toMatchObject([
      { instance: 'beta_1', status: 'down', missing: 4 },
      { instance: 'gamma' },
      { instance: 'Alpha', status: 'ok' },
    ]);
  });

  it('does not go on saying ok of a host that nobody can see any more', async () => {
    const { body } = await get(server, '/hosts?search=gamma');
    expect(body.items[0].status).toBe('unknown');
    expect(await names('status=ok')).toEqual(['Alpha']);
    expect(await names('status=unknown')).toEqual(['gamma']);
  });

  it('sorts by name and by readings, in both directions', async () => {
    expect(await names('sort=name')).toEqual(['Alpha', 'beta_1', 'gamma']);
    expect(await names('sort=name&order=desc')).toEqual([
      'gamma',
      'beta_1',
      'Alpha',
    ]);
    expect(await names('sort=cpu')).toEqual(['beta_1', 'Alpha', 'gamma']);
    expect(await names('sort=lastSampleAt&order=asc')).toEqual([
      'gamma',
      'beta_1',
      'Alpha',
    ]);
  });

  it('finds a part of the name in any case, and takes wildcards literally', async () => {
    expect(await names('search=LPH')).toEqual(['Alpha']);
    expect(await names('search=a_1')).toEqual(['beta_1']);
    expect(await names('search=%25')).toEqual([]);
  });

  it.each(['status', 'name', 'cpu', 'lastSampleAt'])(
    'goes through all pages sorted by %s without gap or repeat',
    async sort => {
      const whole = await names(`sort=${sort}`);
      const found: string[] = [];
      let cursor: string | undefined = '';
      while (cursor !== undefined) {
        const { body }: { body: any } = await get(
          server,
          `/hosts?sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`,
        );
        found.push(...body.items.map((host: any) => host.instance));
        cursor = body.pageInfo.nextCursor;
      }
      expect(found).toEqual(whole);
    },
  );
});

describe('what a caller may not see', () => {
  it('says that it has not looked yet before the first cycle', async () => {
    const server = await startGomon({ cycle: false });
    const { status, body } = await get(
      server,
      '/entities/component/default/queue/health',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'unknown', checks: [] });
    expect(body.observedAt).toBeUndefined();
  });

  it('is hidden everywhere, and its name with it', async () => {
    const whole = catalogServiceMock({ entities });
    const server = await startGomon({
      catalog: catalogServiceMock.mock({
        // What the engine reads with the plugin's own credentials.
        getEntities: whole.getEntities.bind(whole),
        getEntityByRef: async () => undefined,
        getEntitiesByRefs: async ({ entityRefs }) => ({
          items: entityRefs.map(ref =>
            ref.endsWith('boards') ? entities[2] : undefined,
          ),
        }),
      }).factory,
    });
    for (const path of ['/pipelines', '/entities', '/events', '/hosts']) {
      const { status, text } = await get(server, path);
      expect(status).toBe(200);
      expect(text).not.toMatch(/queue|machines|Alpha/);
    }
    for (const path of [
      '/entities/component/default/queue/health',
      '/entities/component/default/queue/history',
      '/entities/component/default/queue/series',
      '/hosts/Alpha/series',
    ]) {
      expect((await get(server, path)).status).toBe(404);
    }
    const { body } = await get(server, '/pipelines/metrics');
    expect(body.status).toBe('down');
  });
});
