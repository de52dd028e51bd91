import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { measures, project } from './analysis';

/** The token that it lets in. */
export const TOKEN = 'a-token-of-a-test';

/**
 * Answers as a SonarQube 26.9 does (its Web API, /web_api) a user who may browse one analysed project. The real one takes minutes
 * and gigabytes to start: what the portal's API says of that is held by `yarn verify quality`.
 */
export class FakeSonarqube {
  /** The gate's verdict; may be changed while it runs. */
  verdict: 'OK' | 'ERROR' = 'OK';
  #server?: Server;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url!, this.url);
      const isIn = request.headers.authorization === `Bearer ${TOKEN}`;
      const body = isIn ? this.#answer(pathname, searchParams) : undefined;
      const refusal = isIn ? 404 : 401;
      response.writeHead(body ? 200 : refusal, {
        'content-type': 'application/json',
      });
      response.end(JSON.stringify(body ?? { errors: [] }));
    });
    await new Promise<void>(done => this.#server!.listen(0, '127.0.0.1', done));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    await new Promise(done => (server ? server.close(done) : done(undefined)));
  }

  #answer(path: string, query: URLSearchParams): unknown {
    switch (path) {
      case '/api/system/status':
        return { id: 'fake', version: '26.9.0.129388', status: 'UP' };
      case '/api/components/show':
        return { component: project };
      case '/api/qualitygates/get_by_project':
        return { qualityGate: { name: 'gomon-quality-gate' } };
      case '/api/qualitygates/project_status':
        return { projectStatus: this.#gate() };
      case '/api/measures/component':
        return {
          component: { measures: this.#figures(query.get('metricKeys')!) },
        };
      case '/api/metrics/search': {
        const metrics = Object.keys(this.#measures()).map(key => ({ key }));
        return { metrics, total: metrics.length, p: 1, ps: 500 };
      }
      case '/api/measures/search_history':
        return { measures: [] };
      default:
        return undefined;
    }
  }

  #gate() {
    const failed = this.verdict === 'ERROR';
    return {
      status: this.verdict,
      ignoredConditions: false,
      conditions: [
        {
          status: this.verdict,
          metricKey: 'new_coverage',
          comparator: 'LT',
          errorThreshold: '80',
          actualValue: failed ? '50.0' : '92.5',
        },
        {
          status: 'OK',
          metricKey: 'new_bugs',
          comparator: 'GT',
          errorThreshold: '0',
          actualValue: '0',
        },
      ],
    };
  }

  #measures(): Record<string, string> {
    return { ...measures, alert_status: this.verdict };
  }

  #figures(asked: string) {
    const known = this.#measures();
    return asked
      .split(',')
      .filter(metric => metric in known)
      .map(metric => ({ metric, value: known[metric] }));
  }
}
