import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Server } from 'node:http';
import request from 'supertest';
import { breaches, operationsInSchema } from '../__testUtils__/contract';
import { startGomon } from '../__testUtils__/startGomon';
import { RateLimit, TooManyRequestsError } from './RateLimit';

interface Question {
  path: string;
  body?: object;
  /** The status of the answer where all is well. Default 200. */
  status?: number;
  permission?: string;
}

const inAnHour = () => new Date(Date.now() + 3600_000).toISOString();

/** A question for every operation of the schema. */
const questions: Record<string, Question> = {
  'get /pipelines': { path: '/pipelines' },
  'get /pipelines/{name}': { path: '/pipelines/metrics' },
  'get /entities': { path: '/entities' },
  'get /entities/{kind}/{namespace}/{name}/health': {
    path: '/entities/component/default/queue/health',
  },
  'get /entities/{kind}/{namespace}/{name}/history': {
    path: '/entities/component/default/queue/history',
  },
  'get /entities/{kind}/{namespace}/{name}/series': {
    path: '/entities/component/default/machines/series',
  },
  'get /entities/{kind}/{namespace}/{name}/deployments': {
    path: '/entities/component/default/queue/deployments',
  },
  'get /entities/{kind}/{namespace}/{name}/quality': {
    path: '/entities/component/default/queue/quality',
  },
  'get /hosts': { path: '/hosts' },
  // VictoriaMetrics is not configured here: these series have their test against a real one.
  'get /hosts/{instance}/series': { path: '/hosts/Alpha/series', status: 503 },
  'get /events': { path: '/events' },
  'post /events': {
    path: '/events',
    body: {
      kind: 'deployment',
      title: 'queue',
      sentence: 'abc1234 was deployed.',
      entityRef: 'component:default/queue',
      url: 'https://argocd/applications/gomon',
    },
    status: 201,
    permission: 'gomon.event.create',
  },
  'get /silences': { path: '/silences' },
  'post /silences': {
    path: '/silences',
    body: {
      entityRef: 'component:default/queue',
      kind: 'mute',
      reason: 'being replaced',
      until: inAnHour(),
    },
    status: 201,
    permission: 'gomon.silence.create',
  },
  'delete /silences/{id}': {
    path: '/silences/none',
    status: 404,
    permission: 'gomon.silence.create',
  },
  'get /doctor': { path: '/doctor' },
  'get /entities/{kind}/{namespace}/{name}/logs': {
    path: '/entities/component/default/machines/logs',
    // Elasticsearch is not configured here: logs have their test against a real one.
    status: 404,
    permission: 'gomon.logs.read',
  },
};

function ask(server: Server, operation: string, { path, body }: Question) {
  const [method] = operation.split(' ') as ['get' | 'post' | 'delete'];
  const asked = request(server)[method](`/api/gomon${path}`);
  return body ? asked.send(body) : asked;
}

describe('every operation of the API', () => {
  it('has a question below', () => {
    expect(Object.keys(questions).sort()).toEqual(
      [...operationsInSchema].sort(),
    );
  });

  describe('with credentials and permission', () => {
    let server: Server;
    beforeAll(async () => {
      server = await startGomon();
    });

    it.each(Object.entries(questions))(
      '%s answers as its schema promises',
      async (operation, question) => {
        const { status, body } = await ask(server, operation, question);
        expect(status).toBe(question.status ?? 200);
        expect(breaches(operation, status, body)).toEqual([]);
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
      ['/entities/component/default/machines/logs?level=loud', 'level'],
      ['/entities/component/default/machines/logs?limit=501', 'limit'],
      ['/entities/component/default/machines/logs?cursor=WzFd', 'cursor'],
      [
        `/entities/component/default/machines/logs?query=${'x'.repeat(501)}`,
        'query',
      ],
      ['/hosts?sort=colour', 'sort'],
      ['/hosts?limit=501', 'limit'],
      ['/hosts?cursor=WzFd', 'cursor'],
      ['/hosts/Alpha/series?to=2025', 'to'],
      ['/events?from=2025-01-02T00:00:00Z&to=2025-01-01T00:00:00Z', 'from'],
    ])('400 names the parameter: get %s', async (path, parameter) => {
      const { status, body } = await ask(server, 'get', { path });
      expect(status).toBe(400);
      expect(body.error.name).toBe('InputError');
      expect(body.error.message).toContain(parameter);
    });

    it.each([
      ['post /silences', 'until', { until: '2020-01-01T00:00:00Z' }],
      ['post /silences', 'until', { until: '2999-01-01T00:00:00Z' }],
      ['post /silences', 'entityRef', { entityRef: 'queue' }],
      ['post /silences', 'kind', { kind: 'forget' }],
      ['post /silences', 'reason', { reason: '' }],
      ['post /events', 'kind', { kind: 'transition' }],
      ['post /events', 'url', { url: 'ftp://somewhere' }],
      ['post /events', 'environment', { environment: 'nowhere' }],
      ['post /events', 'additional properties', { nonsense: 1 }],
    ])('400 names what is wrong: %s, %s', async (operation, name, wrong) => {
      const { path, body: right } = questions[operation];
      const body = { ...right, ...wrong };
      const answer = await ask(server, operation, { path, body });
      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body.error)).toContain(name);
    });

    it.each([
      '/pipelines/nonsense',
      '/entities/component/default/nobody/health',
      '/entities/component/default/nobody/history',
      '/entities/component/default/nobody/series',
      '/entities/component/default/nobody/logs',
      '/entities/component/default/machines/logs',
      '/hosts/nobody/series',
    ])('404 for what is not there: %s', async path => {
      const { status, body } = await ask(server, 'get', { path });
      expect(status).toBe(404);
      expect(body.error.name).toBe('NotFoundError');
    });

    it('answers 304 to a question whose answer is known', async () => {
      const first = await ask(server, 'get', { path: '/pipelines' });
      const second = await ask(server, 'get', { path: '/pipelines' }).set(
        'If-None-Match',
        first.headers.etag,
      );
      expect(first.headers['cache-control']).toBe('private, no-cache');
      expect(second.status).toBe(304);
    });

    it('answers 429 to who has used up its share', async () => {
      const take = jest
        .spyOn(RateLimit.prototype, 'take')
        .mockImplementation(() => {
          throw new TooManyRequestsError();
        });
      const { status, body } = await ask(server, 'get', { path: '/hosts' });
      take.mockRestore();
      expect(status).toBe(429);
      expect(body.error.name).toBe('TooManyRequestsError');
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
    for (const [operation, question] of Object.entries(questions)) {
      const { status, body } = await ask(server, operation, question);
      expect([operation, status]).toEqual([operation, 401]);
      expect(body.error.name).toBe('AuthenticationError');
    }
  });

  it('403 without the permission, which it names', async () => {
    const server = await startGomon({
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    for (const [operation, question] of Object.entries(questions)) {
      const { status, body } = await ask(server, operation, question);
      expect([operation, status]).toEqual([operation, 403]);
      expect(body.error.message).toContain(
        question.permission ?? 'gomon.health.read',
      );
    }
  });
});
