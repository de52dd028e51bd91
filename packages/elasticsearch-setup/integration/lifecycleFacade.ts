import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';

type Json = Record<string, any>;

/**
 * A real Elasticsearch with the lifecycle calls that its registry build lacks. Everything goes through to the real server
 * except what belongs to the lifecycle engine, which is kept here and answered as the vendor documents it ("Create or update
 * lifecycle policy API", "Get lifecycle policy API", "Create or update index template API"): policies, and the settings
 * `index.lifecycle.*`, which the real server would refuse as unknown. Nothing here rolls anything over.
 */
export class LifecycleFacade {
  readonly policies = new Map<string, { version: number; policy: Json }>();
  /** Every request that would change something. */
  readonly changes: string[] = [];
  readonly #lifecycleOf = new Map<string, Json>();
  readonly #server: Server;

  constructor(readonly upstream: string) {
    this.#server = createServer((request, response) => {
      this.#answer(request)
        .catch(error => ({ status: 500, body: { error: String(error) } }))
        .then(({ body, status }) => {
          response.writeHead(status, {
            'content-type':
              'application/vnd.elasticsearch+json;compatible-with=8',
            'x-elastic-product': 'Elasticsearch',
          });
          response.end(body && JSON.stringify(body));
        });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>(done => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
  }

  async #answer(
    request: IncomingMessage,
  ): Promise<{ status: number; body: any }> {
    const text = await read(request);
    const path = request.url!;
    if (request.method !== 'GET') {
      this.changes.push(`${request.method} ${path.split('?')[0]}`);
    }
    const policy = /^\/_ilm\/policy\/([^/?]+)/.exec(path)?.[1];
    if (policy) {
      return this.#policy(request.method!, policy, text);
    }
    const template = /^\/_index_template\/([^/?]+)/.exec(path)?.[1];
    const body =
      template && request.method === 'PUT'
        ? this.#keepLifecycle(template, JSON.parse(text))
        : text;
    const answer = await fetch(`${this.upstream}${path}`, {
      method: request.method,
      headers: { 'content-type': 'application/json' },
      body: body || undefined,
    });
    const said = await answer.text();
    return {
      status: answer.status,
      body: said && this.#addLifecycle(JSON.parse(said)),
    };
  }

  #policy(method: string, name: string, text: string) {
    if (method === 'PUT') {
      const { policy } = JSON.parse(text);
      const before = this.policies.get(name)?.version ?? 0;
      this.policies.set(name, {
        version: before + 1,
        policy: withServerDefaults(policy),
      });
      return { status: 200, body: { acknowledged: true } };
    }
    const found = this.policies.get(name);
    return found
      ? {
          status: 200,
          body: { [name]: { ...found, modified_date: 1, in_use_by: {} } },
        }
      : { status: 404, body: { error: `Lifecycle policy not found: ${name}` } };
  }

  #keepLifecycle(name: string, template: Json): string {
    const { lifecycle, ...index } = template.template?.settings?.index ?? {};
    if (lifecycle) {
      this.#lifecycleOf.set(name, lifecycle);
      return JSON.stringify({
        ...template,
        template: { ...template.template, settings: { index } },
      });
    }
    return JSON.stringify(template);
  }

  /** Gives templates and the indices made from them their settings back. */
  #addLifecycle(body: Json): Json {
    for (const { name, index_template } of body.index_templates ?? []) {
      const lifecycle = this.#lifecycleOf.get(name);
      if (lifecycle)
        index_template.template.settings.index.lifecycle = lifecycle;
    }
    for (const [name, index] of Object.entries(body)) {
      const template = [...this.#lifecycleOf.keys()].find(prefix =>
        name.startsWith(`${prefix}-`),
      );
      if (template && index?.settings?.index) {
        index.settings.index.lifecycle = this.#lifecycleOf.get(template);
      }
    }
    return body;
  }
}

function withServerDefaults(policy: Json): Json {
  const phases = structuredClone(policy.phases);
  for (const phase of Object.values<Json>(phases)) {
    phase.min_age ??= '0ms';
    if (phase.actions.delete)
      phase.actions.delete.delete_searchable_snapshot ??= true;
    if (phase.actions.shrink)
      phase.actions.shrink.allow_write_after_shrink ??= false;
  }
  return { phases };
}

async function read(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
