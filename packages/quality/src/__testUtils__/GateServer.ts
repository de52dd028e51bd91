import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import type { Condition } from '../desired/desired';
import type { ObservedCondition } from '../setup/observe';

type Asked = Record<string, string>;

/** What a question is answered with, and with which status. */
export interface Answer {
  status?: number;
  body?: unknown;
}

const NOT_FOUND: Answer = {
  status: 404,
  body: { errors: [{ msg: 'not found' }] },
};

/** Conditions that SonarQube gives every new gate. */
const OF_A_NEW_GATE: Condition[] = [
  { metric: 'new_violations', op: 'GT', error: '0' },
  { metric: 'new_coverage', op: 'LT', error: '70' },
];

/**
 * The part of SonarQube's Web API that keeps gates, projects, users and tokens, in memory: for what a real one cannot be
 * brought to do in a test. A real one is set up by `yarn verify quality`.
 */
export class GateServer {
  mode = 'MQR';
  readonly gates = new Map<string, ObservedCondition[]>();
  /** The gate of each project. */
  readonly projects = new Map<string, string>();
  readonly users = new Set<string>();
  readonly tokens = new Set<string>();
  /** Laid over the server's own answers, by method and path. */
  readonly answers = new Map<string, (asked: Asked) => Answer>();
  /** Every change that was asked for. */
  readonly changes: string[] = [];
  /** Who asked last. */
  authorization?: string;
  #nextId = 1;

  readonly #server = createServer(async (request, response) => {
    const { status = 200, body } = await this.#answer(request);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? '' : JSON.stringify(body));
  });

  readonly #own: Record<string, (asked: Asked) => Answer> = {
    'GET v2/clean-code-policy/mode': () => ({ body: { mode: this.mode } }),
    'PATCH v2/clean-code-policy/mode': ({ mode }) => {
      this.mode = mode;
      return {};
    },
    'GET qualitygates/show': ({ name }) => {
      const conditions = this.gates.get(name);
      return conditions ? { body: { conditions } } : NOT_FOUND;
    },
    'GET qualitygates/get_by_project': ({ project }) => {
      const name = this.projects.get(project);
      return name ? { body: { qualityGate: { name } } } : NOT_FOUND;
    },
    'POST qualitygates/create': ({ name }) => {
      this.gates.set(name, OF_A_NEW_GATE.map(this.#withId));
      return {};
    },
    'POST qualitygates/create_condition': ({ gateName, metric, op, error }) => {
      const condition = { metric, op, error } as Condition;
      this.gates.get(gateName)!.push(this.#withId(condition));
      return {};
    },
    'POST qualitygates/update_condition': ({ id, ...to }) => {
      this.#replace(id, condition => [{ ...condition, ...to }]);
      return {};
    },
    'POST qualitygates/delete_condition': ({ id }) => {
      this.#replace(id, () => []);
      return {};
    },
    'POST projects/create': ({ project }) => {
      this.projects.set(project, 'Sonar way');
      return {};
    },
    'POST qualitygates/select': ({ gateName, projectKey }) => {
      this.projects.set(projectKey, gateName);
      return {};
    },
    'GET authentication/validate': () => {
      const [, token] = (this.authorization ?? '').split(' ');
      return { body: { valid: this.tokens.has(token) } };
    },
    'GET v2/users-management/users': () => ({
      body: { users: [...this.users].map(login => ({ login })) },
    }),
    'POST users/create': ({ login }) => {
      this.users.add(login);
      return {};
    },
    'POST user_tokens/revoke': () => {
      this.tokens.clear();
      return {};
    },
    'POST user_tokens/generate': () => {
      const token = `squ_${this.#nextId++}`;
      this.tokens.add(token);
      return { body: { token } };
    },
  };

  /** @returns its address */
  async listen(): Promise<string> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url!, 'http://server');
    const question = `${request.method} ${pathname.replace('/api/', '')}`;
    const body = await text(request);
    this.authorization = request.headers.authorization;
    if (request.method !== 'GET') this.changes.push(question);
    const asked =
      request.method === 'PATCH'
        ? JSON.parse(body)
        : Object.fromEntries([...searchParams, ...new URLSearchParams(body)]);
    const answer = this.answers.get(question) ?? this.#own[question];
    return answer?.(asked) ?? NOT_FOUND;
  }

  #withId = (condition: Condition): ObservedCondition => ({
    ...condition,
    id: String(this.#nextId++),
  });

  #replace(
    id: string,
    by: (condition: ObservedCondition) => ObservedCondition[],
  ): void {
    for (const [name, conditions] of this.gates) {
      this.gates.set(
        name,
        conditions.flatMap(one => (one.id === id ? by(one) : [one])),
      );
    }
  }
}
