import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { gomonProbesExtensionPoint, Probe } from '@gomon/plugin-gomon-node';
import request from 'supertest';
import gomonPlugin from './index';
import { entity } from './testing';

const source: Probe = {
  id: 'source',
  stages: ['agent'],
  async look({ components }) {
    return {
      components: components.map(({ entityRef }) => ({
        entityRef,
        checks: [
          {
            id: 'source.alive',
            title: 'Alive',
            status: 'ok',
            sentence: 'It is alive.',
          },
        ],
        figures: [{ id: 'hosts', label: 'hosts', value: 3, unit: 'count' }],
      })),
    };
  },
};

const broken: Probe = {
  id: 'broken',
  stages: ['broker'],
  async look({ components }) {
    return {
      components: components.map(({ entityRef, title }) => ({
        entityRef,
        checks: [
          {
            id: 'broken.answers',
            title: 'Answers',
            status: 'down',
            failure: 'own',
            sentence: `${title} does not answer: connection refused.`,
          },
        ],
      })),
    };
  },
};

const withProbes = (...probes: Probe[]) =>
  createBackendModule({
    pluginId: 'gomon',
    moduleId: 'test-probes',
    register(reg) {
      reg.registerInit({
        deps: { gomon: gomonProbesExtensionPoint },
        async init({ gomon }) {
          gomon.addProbe(...probes);
        },
      });
    },
  });

const entities = [
  entity('machines', 'agent', { sendsTo: 'queue' }),
  entity('queue', 'broker'),
  entity('boards', 'dashboard'),
];

/** Starts a backend whose engine has run one cycle. */
async function start(
  options: {
    features?: BackendFeature[];
    catalog?: BackendFeature;
    cycle?: boolean;
  } = {},
) {
  const { server } = await startTestBackend({
    features: [
      gomonPlugin,
      withProbes(source, broken),
      options.catalog ?? catalogServiceMock.factory({ entities }),
      mockServices.scheduler.factory({
        skipTaskRunOnStartup: options.cycle === false,
      }),
      ...(options.features ?? []),
    ],
  });
  return server;
}

const unauthenticated = mockServices.httpAuth.factory({
  defaultCredentials: mockCredentials.none(),
});
const denied = mockServices.permissions.factory({
  result: AuthorizeResult.DENY,
});

const routes = [
  '/api/gomon/pipelines',
  '/api/gomon/pipelines/metrics',
  '/api/gomon/entities/component/default/queue/health',
];

describe('the API', () => {
  it('answers the pipelines with cause, stages and edges after a cycle', async () => {
    const server = await start();

    const { status, body } = await request(server).get('/api/gomon/pipelines');

    expect(status).toBe(200);
    expect(body.items.map((item: { name: string }) => item.name)).toEqual([
      'metrics',
      'logs',
      'code-quality',
    ]);
    expect(body.items[0]).toMatchObject({
      status: 'down',
      cause: {
        entityRef: 'component:default/queue',
        sentence: 'queue does not answer: connection refused.',
      },
      stages: [
        { entityRef: 'component:default/machines', status: 'ok', role: 'none' },
        { entityRef: 'component:default/queue', status: 'down', role: 'cause' },
        { entityRef: 'component:default/boards', status: 'not-configured' },
      ],
      edges: [
        { from: 'component:default/machines', to: 'component:default/queue' },
      ],
      figures: [{ id: 'hosts', value: 3 }],
    });
    expect(body.items[1]).toMatchObject({
      status: 'not-configured',
      stages: [],
    });
  });

  it('answers one pipeline by its name', async () => {
    const server = await start();
    const { body } = await request(server).get('/api/gomon/pipelines/metrics');
    expect(body.title).toBe('Metrics');
  });

  it('answers the health of a component', async () => {
    const server = await start();
    const { body } = await request(server).get(
      '/api/gomon/entities/Component/default/queue/health',
    );
    expect(body).toMatchObject({
      entityRef: 'component:default/queue',
      status: 'down',
      role: 'cause',
      affectedBy: [],
      checks: [{ id: 'broken.answers', status: 'down' }],
    });
  });

  it('says that it has not looked yet before the first cycle', async () => {
    const server = await start({ cycle: false });
    const { status, body } = await request(server).get(
      '/api/gomon/entities/component/default/queue/health',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'unknown', checks: [] });
    expect(body.observedAt).toBeUndefined();
  });

  it.each(routes)('answers 401 without credentials: %s', async route => {
    const server = await start({ features: [unauthenticated] });
    const { status, body } = await request(server).get(route);
    expect(status).toBe(401);
    expect(body.error.name).toBe('AuthenticationError');
  });

  it.each(routes)('answers 403 without the permission: %s', async route => {
    const server = await start({ features: [denied] });
    const { status, body } = await request(server).get(route);
    expect(status).toBe(403);
    expect(body.error.message).toContain('gomon.health.read');
  });

  it.each([
    '/api/gomon/pipelines/nonsense',
    '/api/gomon/entities/component/default/nobody/health',
  ])('answers 404 for what is not there: %s', async route => {
    const server = await start();
    const { status, body } = await request(server).get(route);
    expect(status).toBe(404);
    expect(body.error.name).toBe('NotFoundError');
  });

  it.each([
    ['namespace', '/api/gomon/entities/component/de%20fault/queue/health'],
    ['name', `/api/gomon/entities/component/default/${'x'.repeat(64)}/health`],
    ['environment', '/api/gomon/pipelines?environment=a&environment=b'],
  ])('answers 400 and names the parameter %s', async (parameter, route) => {
    const server = await start();
    const { status, body } = await request(server).get(route);
    expect(status).toBe(400);
    expect(body.error.message).toContain(parameter);
  });

  it('hides components that the caller may not read in the catalog', async () => {
    const hiding = catalogServiceMock({ entities });
    const server = await start({
      catalog: catalogServiceMock.mock({
        getEntities: hiding.getEntities.bind(hiding),
        getEntityByRef: async () => undefined,
        getEntitiesByRefs: async ({ entityRefs }) => ({
          items: entityRefs.map(ref =>
            ref.endsWith('queue') ? undefined : entities[0],
          ),
        }),
      }).factory,
    });
    const health = await request(server).get(
      '/api/gomon/entities/component/default/queue/health',
    );
    expect(health.status).toBe(404);
    const { body } = await request(server).get('/api/gomon/pipelines/metrics');
    expect(JSON.stringify(body)).not.toContain('queue');
    expect(body.status).toBe('down');
  });
});
