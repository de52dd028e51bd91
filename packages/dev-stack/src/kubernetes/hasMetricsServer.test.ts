import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hasMetricsServer } from './hasMetricsServer';

describe('hasMetricsServer', () => {
  let server: Server;
  let url: string;
  let groups: string[];

  beforeAll(async () => {
    server = createServer(({ url: path }, response) => {
      response.writeHead(groups.includes(path!) ? 200 : 404);
      response.end('{}');
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('finds its API in a cluster that serves it', async () => {
    groups = ['/apis/apps/v1', '/apis/metrics.k8s.io/v1beta1'];
    expect(await hasMetricsServer(url)).toBe(true);
  });

  it('finds none in a cluster without it', async () => {
    groups = ['/apis/apps/v1'];
    expect(await hasMetricsServer(url)).toBe(false);
  });
});
