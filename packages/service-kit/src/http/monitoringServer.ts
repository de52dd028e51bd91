import { createServer, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { messageOf, OperationalError } from '../errors/operationalError';
import type { Registry } from '../metrics/promClient';
import { Readiness } from './readiness';

/** The three pages of a service. */
export interface MonitoringServer {
  readonly port: number;
  close(): Promise<void>;
}

/** What the pages show and where. */
export interface MonitoringServerOptions {
  port: number;
  /** Address to bind; every address of the machine when absent. */
  host?: string;
  registry: Registry;
  readiness: Readiness;
  /** Runs before /ready is answered, for what is only known by looking. */
  beforeReady?: () => void;
}

/**
 * Serves `/health` (alive), `/ready` (able to do its job now, or why not) and `/metrics` (Prometheus format).
 * @throws OperationalError `PORT_UNAVAILABLE`
 */
export async function startMonitoringServer(
  options: MonitoringServerOptions,
): Promise<MonitoringServer> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      json(response, 405, { error: 'only GET and HEAD are answered' });
      return;
    }
    answer(path, options, response).catch(error =>
      json(response, 500, { error: messageOf(error) }),
    );
  });
  await listen(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  path: string,
  { registry, readiness, beforeReady }: MonitoringServerOptions,
  response: ServerResponse,
): Promise<void> {
  if (path === '/health') {
    json(response, 200, { status: 'alive' });
  } else if (path === '/ready') {
    beforeReady?.();
    const { ready, reasons } = readiness;
    json(response, ready ? 200 : 503, { ready, reasons });
  } else if (path === '/metrics') {
    const text = await registry.metrics();
    response.writeHead(200, { 'content-type': registry.contentType });
    response.end(text);
  } else {
    json(response, 404, { error: 'see /health, /ready and /metrics' });
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
  });
  response.end(`${JSON.stringify(body)}\n`);
}

function listen(
  server: Server,
  { port, host }: MonitoringServerOptions,
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new OperationalError(
          'PORT_UNAVAILABLE',
          `Port ${port} cannot be used: ${
            error.code === 'EADDRINUSE'
              ? 'another process listens on it'
              : error.message
          }.`,
          false,
          'Stop the other process, or set METRICS_PORT.',
          { cause: error },
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
}
