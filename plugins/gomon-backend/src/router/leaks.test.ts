import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import request from 'supertest';
import { startGomon } from '../__testUtils__/startGomon';
import { ComponentStore } from '../database/ComponentStore';
import { LookError } from '../probes/LookError';

const SECRET = 'hunter2-s3cret';
const path = '/api/gomon/entities/component/default/queue/health';

describe('what does not get out', () => {
  it('is what an unexpected error says, and where it happened', async () => {
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const server = await startGomon({ features: [logger.factory] });
    const health = jest
      .spyOn(ComponentStore.prototype, 'health')
      .mockRejectedValue(
        new Error(`connect to postgres://gomon:${SECRET}@db failed`),
      );
    const { status, text } = await request(server).get(path);
    health.mockRestore();
    expect(status).toBe(500);
    expect(text).not.toContain(SECRET);
    expect(text).not.toMatch(/\.ts|\.js|node_modules|stack/);
    // The log is where an operator finds it.
    expect(JSON.stringify(logger.error.mock.calls[0][0])).toContain('GET');
    expect(String(logger.error.mock.calls[0][1])).toContain('connect to');
  });

  it('is what changed: a signal says that something did', async () => {
    const publish = jest.fn(async (_: unknown) => {});
    await startGomon({
      features: [
        createServiceFactory({
          service: signalsServiceRef,
          deps: { logger: coreServices.logger },
          factory: () => ({ publish }),
        }),
      ],
    });
    expect(publish.mock.calls.length).toBeGreaterThan(0);
    for (const [signal] of publish.mock.calls) {
      expect(signal).toEqual({
        recipients: { type: 'broadcast' },
        channel: 'gomon',
        message: { type: 'changed' },
      });
    }
  });

  it('is what a client library says about an address with a password', () => {
    const said = new Error(`getaddrinfo of http://gomon:${SECRET}@vm failed`);
    const error = LookError.from(Object.assign(said, { code: 'EWHATEVER' }));
    expect(`${error.message} ${error.reason}`).not.toContain(SECRET);
  });
});

describe('what does not get in', () => {
  it.each([
    ['a link that runs a program', { url: `${'java'}script:alert(1)` }],
    ['a status that somebody made up', { kind: 'transition' }],
    ['a text without end', { sentence: 'x'.repeat(50_000) }],
    ['a key that nobody knows', { __proto: {} }],
  ])('is %s', async (_, wrong) => {
    const server = await startGomon();
    const { status, body } = await request(server)
      .post('/api/gomon/events')
      .send({ kind: 'deployment', title: 'a', sentence: 'b', ...wrong });
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
  });
});
