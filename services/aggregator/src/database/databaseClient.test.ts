import { Secret } from '@gomon/service-kit';
import { spawnSync } from 'child_process';
import { mkdtemp, readFile, rm, writeFile } from 'fs/promises';
import { createServer, RequestListener, Server } from 'http';
import { createServer as createTlsServer } from 'https';
import { AddressInfo } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { databaseSecrets } from '../app/databaseSecrets';
import { AggregatorValues } from '../settings';
import { databaseAddresses } from './addresses';
import { DatabaseClient } from './databaseClient';

let folder: string;
let server: Server | undefined;
let client: DatabaseClient | undefined;
const { signal } = new AbortController();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gomon-database-'));
});
afterEach(async () => {
  await client?.close();
  server?.closeAllConnections();
  await new Promise(resolve => server?.close(resolve) ?? resolve(undefined));
  await rm(folder, { recursive: true });
});

async function serve(listener: RequestListener, tls?: object): Promise<string> {
  server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>(resolve => server!.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
}

function connect(url: string, settings: Partial<AggregatorValues> = {}) {
  const addresses = databaseAddresses(url);
  client = new DatabaseClient(
    addresses,
    databaseSecrets(settings as AggregatorValues, addresses),
  );
  return client;
}

describe('DatabaseClient', () => {
  it('hands over lines and answers with what the database said', async () => {
    const seen: string[] = [];
    const url = await serve(async (request, response) => {
      for await (const part of request) seen.push(String(part));
      seen.push(`${request.method} ${request.url}`);
      response.writeHead(429, { 'retry-after': '3' }).end('slow down');
    });
    expect(await connect(url).import('lines\n', 1_000, signal)).toEqual({
      kind: 'answered',
      status: 429,
      body: 'slow down',
      retryAfterMs: 3_000,
    });
    expect(seen).toEqual(['lines\n', 'POST /api/v1/import']);
  });

  it('uses a bearer token as its file has it at each request', async () => {
    const seen: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(204).end();
    });
    const file = join(folder, 'token');
    await writeFile(file, 'first\n');
    connect(url, { bearerToken: Secret.fromFile(file) });
    await client!.import('', 1_000, signal);
    await writeFile(file, 'the second\n');
    await client!.import('', 1_000, signal);
    expect(seen).toEqual(['Bearer first', 'Bearer the second']);
  });

  it('logs in with user and password, from settings or from the address', async () => {
    const seen: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(204).end();
    });
    await connect(url, {
      username: 'me',
      password: Secret.of('word'),
    }).import('', 1_000, signal);
    await client!.close();
    await connect(url.replace('//', '//you:pass@')).import('', 1_000, signal);
    const basic = (text: string) =>
      `Basic ${Buffer.from(text).toString('base64')}`;
    expect(seen).toEqual([basic('me:word'), basic('you:pass')]);
  });

  it('gives up a connection that never answers', async () => {
    const url = await serve(() => undefined);
    expect(await connect(url).import('x', 200, signal)).toEqual({
      kind: 'timeout',
      afterMs: 200,
    });
  });

  it('gives up an answer that begins and never ends', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200).write('o');
    });
    expect(await connect(url).import('x', 200, signal)).toMatchObject({
      kind: 'timeout',
    });
  });

  it('tells of a reset and of a refused connection', async () => {
    const url = await serve(request => request.socket.resetAndDestroy());
    expect(await connect(url).import('x', 1_000, signal)).toMatchObject({
      kind: 'failed',
    });
    expect(
      await connect('http://127.0.0.1:1').import('x', 1_000, signal),
    ).toMatchObject({ kind: 'failed', code: 'ECONNREFUSED' });
  });

  it('trusts the server by the authority it is given, and by no other', async () => {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const made = spawnSync('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-nodes', '-days', '1'],
      ...['-pkeyopt', 'ec_paramgen_curve:prime256v1'],
      ...['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
      ...['-keyout', key, '-out', cert],
    ]);
    expect(made.status).toBe(0);
    const url = await serve(
      (_request, response) => response.writeHead(204).end(),
      { key: await readFile(key), cert: await readFile(cert) },
    );
    const trusting = connect(url, { tlsCa: Secret.fromFile(cert) });
    expect(await trusting.import('x', 2_000, signal)).toMatchObject({
      status: 204,
    });
    await trusting.close();
    expect(await connect(url).import('x', 2_000, signal)).toMatchObject({
      kind: 'failed',
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });
});
