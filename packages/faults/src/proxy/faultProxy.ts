import {
  createServer,
  IncomingMessage,
  request,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo, Socket } from 'node:net';

/** What the proxy does to a request. */
export type Misbehaviour =
  | { readonly kind: 'pass' }
  /** Answers itself, without asking the server behind. */
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }
  /** Resets the connection once some of the body has come. */
  | { readonly kind: 'reset' }
  /** Takes the request and never answers. */
  | { readonly kind: 'silence' }
  /** Answers late. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** Hands the request on, and resets the connection in place of the answer. */
  | { readonly kind: 'lost-answer' };

/** Decides by request and body. */
export type Plan = (path: string, body: Buffer) => Misbehaviour;

/** An HTTP proxy in front of a server, which misbehaves as it is told. */
export class FaultProxy {
  readonly #target: URL;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #plan: Plan = () => ({ kind: 'pass' });
  #port = 0;
  /** How often it did something else than handing on. */
  misbehaved = 0;

  private constructor(target: string) {
    this.#target = new URL(target);
    this.#server = createServer((incoming, answer) => {
      this.#handle(incoming, answer).catch(() => incoming.socket.destroy());
    });
    this.#server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    });
  }

  static async start(target: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(target);
    await proxy.accept();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** From now on each request is treated by this plan; connections that hang are cut. */
  behave(plan: Plan | Misbehaviour): void {
    this.#plan = typeof plan === 'function' ? plan : () => plan;
    this.#cut();
  }

  /** Refuses connections, and cuts those that are open. */
  async refuse(): Promise<void> {
    this.#cut();
    await new Promise<void>(resolve => {
      this.#server.close(() => resolve());
      this.#cut();
    });
  }

  /** Takes connections, again at the same port. */
  async accept(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    if (this.#server.listening) await this.refuse();
  }

  #cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async #handle(
    incoming: IncomingMessage,
    answer: ServerResponse,
  ): Promise<void> {
    const path = incoming.url ?? '/';
    const early = this.#plan(path, Buffer.alloc(0));
    if (early.kind === 'reset') {
      incoming.once('data', () => {
        this.misbehaved += 1;
        incoming.socket.resetAndDestroy();
      });
      incoming.resume();
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const behaviour = this.#plan(path, body);
    if (behaviour.kind !== 'pass') this.misbehaved += 1;

    switch (behaviour.kind) {
      case 'silence':
        return;
      case 'status':
        answer.writeHead(behaviour.status).end(behaviour.body ?? '');
        return;
      case 'slow':
        await new Promise(resolve => setTimeout(resolve, behaviour.delayMs));
        break;
      default:
    }
    const { status, encoding, payload } = await this.#forward(incoming, body);
    if (behaviour.kind === 'lost-answer') {
      incoming.socket.resetAndDestroy();
      return;
    }
    if (encoding) answer.setHeader('content-encoding', encoding);
    answer.writeHead(status).end(payload);
  }

  #forward(
    incoming: IncomingMessage,
    body: Buffer,
  ): Promise<{ status: number; encoding?: string; payload: Buffer }> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        new URL(incoming.url ?? '/', this.#target),
        {
          method: incoming.method,
          headers: { ...incoming.headers, 'content-length': body.length },
        },
        async response => {
          const parts: Buffer[] = [];
          for await (const part of response) parts.push(part as Buffer);
          resolve({
            status: response.statusCode ?? 502,
            encoding: response.headers['content-encoding'],
            payload: Buffer.concat(parts),
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }
}

/** Misbehaves on imports alone: metrics are answered as ever. */
export function onImports(behaviour: Misbehaviour): Plan {
  return path =>
    path.includes('/api/v1/import') ? behaviour : { kind: 'pass' };
}
