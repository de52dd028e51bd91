import { createRegistry } from '../metrics/processMetrics';
import { MonitoringServer, startMonitoringServer } from './monitoringServer';
import { Readiness } from './readiness';

let server: MonitoringServer;
const readiness = new Readiness(() => 0);
const registry = createRegistry({
  version: '1.2.3',
  eventLoopResolutionMs: 20,
});
const host = '127.0.0.1';
const page = (path: string, init?: RequestInit) =>
  fetch(`http://${host}:${server.port}${path}`, init);

beforeAll(async () => {
  server = await startMonitoringServer({ port: 0, host, registry, readiness });
});
afterAll(() => server.close());

describe('the pages of a service', () => {
  it('say that it is alive, whatever is wrong', async () => {
    readiness.raise('X', 'kafka', 'Something is wrong.');
    expect((await page('/health')).status).toBe(200);
    readiness.clear('X');
  });

  it('say why it cannot work, since when, and that it can again', async () => {
    readiness.raise('X', 'kafka', 'Something is wrong.');
    const response = await page('/ready');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      ready: false,
      reasons: [
        {
          code: 'X',
          sentence: 'Something is wrong.',
          dependency: 'kafka',
          since: '1970-01-01T00:00:00.000Z',
        },
      ],
    });
    readiness.clear('X');
    expect(await (await page('/ready')).json()).toEqual({
      ready: true,
      reasons: [],
    });
  });

  it('tell about the process in the format of Prometheus', async () => {
    const response = await page('/metrics');
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('version=0.0.4');
    expect(text).toContain('gomon_build_info{version="1.2.3"');
    for (const name of [
      'process_start_time_seconds',
      'process_cpu_seconds_total',
      'process_resident_memory_bytes',
    ]) {
      expect(text).toMatch(new RegExp(`^${name} [1-9]`, 'm'));
    }
  });

  it('answer nothing else', async () => {
    expect((await page('/')).status).toBe(404);
    expect((await page('/ready', { method: 'POST' })).status).toBe(405);
  });

  it('say when the port is taken', async () => {
    const again = startMonitoringServer({
      port: server.port,
      host,
      registry,
      readiness,
    });
    await expect(again).rejects.toMatchObject({
      code: 'PORT_UNAVAILABLE',
      message: expect.stringContaining('another process listens on it'),
    });
  });
});

describe('Readiness', () => {
  it('keeps since when something is wrong while its sentence changes', () => {
    let now = 1000;
    const changing = new Readiness(() => now);
    changing.raise('A', 'self', 'first');
    now = 5000;
    changing.raise('A', 'self', 'second');
    expect(changing.reasons).toEqual([
      {
        code: 'A',
        dependency: 'self',
        sentence: 'second',
        since: '1970-01-01T00:00:01.000Z',
      },
    ]);
  });
});
