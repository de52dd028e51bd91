import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { metrics } from '@opentelemetry/api';
import { serveMetrics } from './metricsServer';

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return String(port);
}

afterEach(() => metrics.disable());

it('serves what is counted, under names as Prometheus has them', async () => {
  const server = await serveMetrics({ GOMON_METRICS_PORT: await freePort() });
  const meter = metrics.getMeter('plugin');
  meter.createCounter('gomon.engine.cycles').add(2, { result: 'done' });
  const text = await (await fetch(server!.url)).text();
  await server!.close();
  expect(text).toContain('gomon_engine_cycles_total{result="done"} 2\n');
});

it('serves nothing where no port is named', async () => {
  await expect(serveMetrics({})).resolves.toBeUndefined();
});

it('does not start where the port is none, or is taken', async () => {
  await expect(serveMetrics({ GOMON_METRICS_PORT: 'http' })).rejects.toThrow(
    /GOMON_METRICS_PORT is "http"/,
  );
  const env = { GOMON_METRICS_PORT: await freePort() };
  const first = await serveMetrics(env);
  await expect(serveMetrics(env)).rejects.toThrow(/EADDRINUSE/);
  await first!.close();
});
