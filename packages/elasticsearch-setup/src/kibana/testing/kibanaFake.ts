import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { SavedObject } from '../objects/savedObject';

/** A Kibana that keeps what it is given and answers as its reference documents it; no server of it can be had here. */
export interface KibanaFake {
  readonly url: string;
  readonly objects: Map<string, SavedObject>;
  /** Requests that would change something. */
  readonly changes: string[];
  version: string;
  /** The level of `/api/status`: 503 unless `available` or `degraded`. */
  level: 'available' | 'degraded' | 'unavailable' | 'critical';
  dataViews: Array<{ id: string; title: string }>;
  /** The header that it asks for; everything goes without one. */
  authorization?: string;
  /** What it does to an object as it takes it: bringing it up to its own format. */
  migrate(object: SavedObject): SavedObject;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  body: unknown;
}

const refused = (status: number, error: string, message: string): Answer => ({
  status,
  body: { statusCode: status, error, message },
});

export async function serveKibana(): Promise<KibanaFake> {
  const fake: KibanaFake = {
    url: '',
    objects: new Map(),
    changes: [],
    version: '8.7.0',
    level: 'available',
    dataViews: [],
    migrate: object => object,
    close: async () => {},
  };
  const server = createServer((request, response) => {
    read(request)
      .then(text => answer(fake, request, text))
      .then(({ body, status }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      });
  });
  return Object.assign(fake, {
    url: await listen(server),
    async close() {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  });
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function answer(
  fake: KibanaFake,
  { headers, method, url }: IncomingMessage,
  text: string,
): Answer {
  if (fake.authorization && headers.authorization !== fake.authorization) {
    return refused(401, 'Unauthorized', 'Unauthorized');
  }
  if (method !== 'GET' && !headers['kbn-xsrf']) {
    return refused(
      400,
      'Bad Request',
      'Request must contain a kbn-xsrf header.',
    );
  }
  switch (`${method} ${url}`) {
    case 'GET /api/status':
      return {
        status: ['available', 'degraded'].includes(fake.level) ? 200 : 503,
        body: {
          version: { number: fake.version },
          status: { overall: { level: fake.level } },
        },
      };
    case 'GET /api/data_views':
      return { status: 200, body: { data_view: fake.dataViews } };
    case 'POST /api/saved_objects/_bulk_get':
      return bulkGet(fake, JSON.parse(text));
    case 'POST /api/saved_objects/_import?overwrite=true':
      fake.changes.push('import');
      return importFile(fake, headers['content-type'] ?? '', text);
    default:
      return refused(404, 'Not Found', 'Not Found');
  }
}

function bulkGet(
  { objects }: KibanaFake,
  wanted: Array<{ type: string; id: string }>,
): Answer {
  const found = wanted.map(({ id, type }) => {
    const message = `Saved object [${type}/${id}] not found`;
    return (
      objects.get(`${type}:${id}`) ?? {
        id,
        type,
        error: { statusCode: 404, error: 'Not Found', message },
      }
    );
  });
  return { status: 200, body: { saved_objects: found } };
}

function importFile(
  { migrate, objects }: KibanaFake,
  contentType: string,
  text: string,
): Answer {
  const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(contentType);
  const part = boundary && text.split(`--${boundary[1]}`)[1];
  if (!part?.includes('name="file"; filename="gomon.ndjson"')) {
    return refused(400, 'Bad Request', '[request body.file]: expected a file');
  }
  const lines = part.slice(part.indexOf('\r\n\r\n')).trim().split('\n');
  const given = lines.map(line => JSON.parse(line) as SavedObject);
  const key = ({ id, type }: { id: string; type: string }) => `${type}:${id}`;
  const known = new Set([...objects.keys(), ...given.map(key)]);
  const errors = given.flatMap(({ attributes, id, references, type }) => {
    const missing = references.filter(reference => !known.has(key(reference)));
    return missing.length > 0
      ? [
          {
            id,
            type,
            meta: { title: attributes.title },
            error: { type: 'missing_references', references: missing },
          },
        ]
      : [];
  });
  const taken = given.filter(({ id }) => !errors.some(e => e.id === id));
  taken.forEach(object => objects.set(key(object), migrate(object)));
  return {
    status: 200,
    body: {
      success: errors.length === 0,
      successCount: taken.length,
      ...(errors.length > 0 && { errors }),
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
