import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Server } from 'node:http';
import request from 'supertest';
import { breaches, routesInSchema } from '../__testUtils__/contract';
import { startGomon } from '../__testUtils__/startGomon';

/** A question for every route of the schema. */
const questions: Record<string, string> = {
  '/pipelines': '/pipelines',
  '/pipelines/{name}': '/pipelines/metrics',
  '/entities': '/entities',
  '/entities/{kind}/{namespace}/{name}/health':
    '/entities/component/default/queue/health',
  '/entities/{kind}/{namespace}/{name}/history':
    '/entities/component/default/queue/history',
  '/entities/{kind}/{namespace}/{name}/series':
    '/entities/component/default/machines/series',
  '/hosts': '/hosts',
  '/hosts/{instance}/series': '/hosts/Alpha/series',
  '/events': '/events',
};

/** VictoriaMetrics is not configured here: the series of hosts have their tests against a real one. */
const unavailable = '/hosts/{instance}/series';

const get = (server: Server, path: string) =>
  request(server).get(`/api/gomon${path}`);

describe('every route of the API', () => {
  it('has a question below', () => {
    expect(Object.keys(questions).sort()).toEqual([...routesInSchema].sort());
  });

  describe('with credentials and permission', () => {
    let server: Server;
    beforeAll(async () => {
      server = await startGomon();
    });

    it.each(Object.entries(questions))(
      '%s answers as its schema promises',
      async (route, path) => {
        const { status, body } = await get(server, path);
        expect(status).toBe(route === unavailable ? 503 : 200);
        expect(breaches(route, status, body)).toEqual([]);
      },
    );

    it.each([
      ['/pipelines?environment=a&environment=b', 'environment'],
      ['/pipelines?nonsense=1', 'nonsense'],
      ['/entities?status=fine', 'status'],
      ['/entities?limit=0', 'limit'],
      ['/entities?cursor=nonsense', 'cursor'],
      ['/entities/component/de%20fault/queue/health', 'namespace'],
      [`/entities/component/default/${'x'.repeat(64)}/health`, 'name'],
      ['/entities/component/default/queue/history?from=yesterday', 'from'],
      ['/entities/component/default/machines/series?step=fast', 'step'],
      ['/hosts?sort=colour', 'sort'],
      ['/hosts?limit=501', 'limit'],
      ['/hosts?cursor=WzFd', 'cursor'],
      ['/hosts/Alpha/series?to=2025', 'to'],
      ['/events?from=2025-01-02T00:00:00Z&to=2025-01-01T00:00:00Z', 'from'],
    ])('400 names the parameter: %s', async (path, parameter) => {
      const { status, body } = await get(server, path);
      expect(status).toBe(400);
      expect(body.error.name).toBe('InputError');
      expect(body.error.message).toContain(parameter);
    });

    it.each([
      '/pipelines/nonsense',
      '/entities/component/default/nobody/health',
      '/entities/component/default/nobody/history',
      '/entities/component/default/nobody/series',
      '/hosts/nobody/series',
    ])('404 for what is not there: %s', async path => {
      const { status, body } = await get(server, path);
      expect(status).toBe(404);
      expect(body.error.name).toBe('NotFoundError');
    });

    it('answers 304 to a question whose answer is known', async () => {
      const first = await get(server, '/pipelines');
      const second = await get(server, '/pipelines').set(
        'If-None-Match',
        first.headers.etag,
      );
      expect(first.headers['cache-control']).toBe('private, no-cache');
      expect(second.status).toBe(304);
    });
  });

  it('401 without credentials', async () => {
    const server = await startGomon({
      features: [
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
      ],
    });
    for (const path of Object.values(questions)) {
      const { status, body } = await get(server, path);
      expect([path, status]).toEqual([path, 401]);
      expect(body.error.name).toBe('AuthenticationError');
    }
  });

  it('403 without the permission, which it names', async () => {
    const server = await startGomon({
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    for (const path of Object.values(questions)) {
      const { status, body } = await get(server, path);
      expect([path, status]).toEqual([path, 403]);
      expect(body.error.message).toContain('gomon.health.read');
    }
  });
});
