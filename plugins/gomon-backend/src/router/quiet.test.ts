import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Server } from 'node:http';
import request from 'supertest';
import { entities, startGomon } from '../__testUtils__/startGomon';

const owned = entities.map(entity => ({
  ...entity,
  relations: [{ type: 'ownedBy', targetRef: 'group:default/platform' }],
}));

/** A backend that tells owners at once, and what it told them. */
async function start() {
  const send = jest.fn(async () => {});
  const auditor = mockServices.auditor.mock();
  const audit = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(audit);
  const server = await startGomon({
    catalog: catalogServiceMock.factory({ entities: owned }),
    features: [
      auditor.factory,
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send }),
      }),
      mockServices.rootConfig.factory({
        data: { gomon: { notifications: { after: '1ms' } } },
      }),
    ],
  });
  return { server, send, auditor, audit };
}

const silence = (kind: string) => ({
  entityRef: 'component:default/queue',
  kind,
  reason: 'being replaced',
  until: new Date(Date.now() + 3600_000).toISOString(),
});

const queue = (server: Server) =>
  request(server).get('/api/gomon/entities/component/default/queue/health');

describe('keeping a component quiet', () => {
  it.each(['maintenance', 'acknowledge', 'mute'])(
    'shows the truth during %s, and who wanted it and why',
    async kind => {
      const { server } = await start();
      const { status, body } = await request(server)
        .post('/api/gomon/silences')
        .send(silence(kind));
      expect(status).toBe(201);
      expect(body).toMatchObject({ kind, createdBy: 'user:default/mock' });

      const health = (await queue(server)).body;
      expect(health.status).toBe('down');
      expect(health.silences).toMatchObject([
        { kind, reason: 'being replaced', createdBy: 'user:default/mock' },
      ]);
      const metrics = await request(server).get('/api/gomon/pipelines/metrics');
      expect(metrics.body.status).toBe('down');
      expect(metrics.body.stages[1]).toMatchObject({ silenced: true });
    },
  );

  it('can be ended before its time, by name', async () => {
    const { server } = await start();
    const created = await request(server)
      .post('/api/gomon/silences')
      .send(silence('mute'));
    const path = `/api/gomon/silences/${created.body.id}`;
    const ended = await request(server).delete(path);
    expect(ended.body.endedBy).toBe('user:default/mock');
    expect((await queue(server)).body.silences).toEqual([]);
    expect((await request(server).delete(path)).status).toBe(404);
  });

  it('writes an audit event for what was done and for what was refused', async () => {
    const { server, auditor, audit } = await start();
    await request(server).post('/api/gomon/silences').send(silence('mute'));
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'silence-create',
        severityLevel: 'medium',
        meta: expect.objectContaining({ entityRef: 'component:default/queue' }),
      }),
    );
    expect(audit.success).toHaveBeenCalledTimes(1);
    await request(server)
      .post('/api/gomon/silences')
      .send({ ...silence('mute'), entityRef: 'component:default/nobody' });
    expect(audit.fail).toHaveBeenCalledTimes(1);
  });
});
