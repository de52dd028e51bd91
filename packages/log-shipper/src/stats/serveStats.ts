import { createServer } from 'node:http';

/** Serves one JSON page on loopback. */
export async function serveStats(
  port: number,
  path: string,
  page: () => Promise<unknown> | unknown,
): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] !== path) {
      response.writeHead(404).end();
      return;
    }
    Promise.resolve(page()).then(
      body => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      },
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return async () => {
    server.closeAllConnections();
    await new Promise(done => server.close(done));
  };
}
