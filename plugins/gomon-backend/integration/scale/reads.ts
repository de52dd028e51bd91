import { setTimeout as sleep } from 'node:timers/promises';
import { quantile, tell } from './finding';

const PER_SECOND = 50;
const P95_LIMIT_MS = 50;

/** What pages of the portal ask, on end and in turn. */
const READS: readonly string[] = [
  '/pipelines?environment=region-3',
  '/hosts?environment=region-3&limit=50',
  '/entities/component/default/site-42-kafka/health',
  '/events?limit=50',
  '/hosts?limit=50&sort=cpu&order=desc',
  '/entities?environment=region-7&limit=100',
  '/entities/component/default/site-42-agent/health',
  '/hosts?search=fleet-77&limit=50',
  '/entities/component/default/site-17-aggregator/history',
  '/silences',
  '/entities/component/default/site-17-kafka/series',
  '/pipelines/metrics?environment=region-5',
];

interface Answer {
  path: string;
  ms: number;
  status: number;
}

/** A portal, asked as a signed-in guest. */
export class Portal {
  #token = '';

  constructor(private readonly url: string) {}

  async signIn(): Promise<void> {
    const answer = await fetch(`${this.url}/api/auth/guest/refresh`);
    this.#token = (await answer.json()).backstageIdentity.token;
  }

  async get(path: string): Promise<Response> {
    return fetch(`${this.url}/api/gomon${path}`, {
      headers: { authorization: `Bearer ${this.#token}` },
    });
  }

  /** Resolves when the portal shows so many hosts and components. */
  async knows(
    hosts: number,
    components: number,
    withinMs: number,
  ): Promise<void> {
    const endsAt = Date.now() + withinMs;
    for (;;) {
      const seen = await this.#seen();
      if (seen.hosts >= hosts && seen.components >= components) return;
      if (Date.now() > endsAt) {
        throw new Error(
          `The portal shows ${seen.hosts} of ${hosts} hosts and ${seen.components} of ${components} components`,
        );
      }
      await sleep(5000);
    }
  }

  async #seen(): Promise<{ hosts: number; components: number }> {
    await this.signIn();
    const [hosts, pipelines] = await Promise.all(
      ['/hosts?limit=1', '/pipelines'].map(async path =>
        (await this.get(path)).json(),
      ),
    );
    const stages = (pipelines.items ?? []).flatMap(
      (pipeline: { stages: { entityRef: string }[] }) =>
        pipeline.stages.map(({ entityRef }) => entityRef),
    );
    return {
      hosts: hosts.totalItems ?? 0,
      components: new Set(stages).size,
    };
  }

  /**
   * Asks at a fixed rate, whether answers come or not. The time of an answer counts from the moment at which it was due to be
   * asked for, so that a portal that holds everybody up does not look fast.
   */
  async load(seconds: number): Promise<Answer[]> {
    const startedAt = performance.now();
    const asked = Array.from(
      { length: seconds * PER_SECOND },
      async (_, index) => {
        const due = startedAt + (index * 1000) / PER_SECOND;
        await sleep(Math.max(0, due - performance.now()));
        const path = READS[index % READS.length];
        const response = await this.get(path);
        await response.arrayBuffer();
        return {
          path,
          ms: performance.now() - due,
          status: response.status,
        };
      },
    );
    return Promise.all(asked);
  }
}

/** Says how long the answers took, and whether nearly all came in time. */
export function tellReads(what: string, answers: readonly Answer[]): void {
  const times = answers.map(({ ms }) => ms);
  const p95 = quantile(times, 0.95);
  tell({
    what: `reads, ${what}: 95 of 100 within (${answers.length} at ${PER_SECOND}/s)`,
    saw: `${p95.toFixed(1)} ms; half ${quantile(times, 0.5).toFixed(
      1,
    )} ms, 99 of 100 ${quantile(times, 0.99).toFixed(1)} ms, slowest ${Math.max(
      ...times,
    ).toFixed(0)} ms`,
    bar: `below ${P95_LIMIT_MS} ms`,
    held: p95 < P95_LIMIT_MS,
  });
  const refused = answers.filter(({ status }) => status !== 200);
  tell({
    what: `reads, ${what}: not answered with 200`,
    saw:
      refused
        .slice(0, 3)
        .map(({ path, status }) => `${status} ${path}`)
        .join(', ') || 'none',
    bar: 'none',
    held: refused.length === 0,
  });
  for (const path of READS) {
    const own = answers.filter(answer => answer.path === path);
    tell({
      what: `\`GET ${path}\`, ${what}`,
      saw: `95 of 100 within ${quantile(
        own.map(({ ms }) => ms),
        0.95,
      ).toFixed(1)} ms`,
    });
  }
}
