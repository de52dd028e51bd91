import { join } from 'node:path';
import {
  createPortalBackend,
  freePort,
  Problem,
  waitUntil,
} from '@gomon/dev-stack';

/** A check of a component, as the portal's API answers it. */
export interface ShownCheck {
  id: string;
  status: string;
  sentence: string;
}

/** What a portal is beside, and what is looked at of what it shows. */
export interface PortalOptions {
  /** Addresses of what there is; of the servers that it does not name there is none. */
  env: NodeJS.ProcessEnv;
  /** Ids of the checks that are looked at. */
  shows: RegExp;
  /** An entity that has such a check as soon as the portal knows its catalog. */
  known: string;
}

/** The portal's backend, asked for the checks of components. */
export class Portal {
  #token = '';

  private constructor(
    private readonly url: string,
    private readonly options: PortalOptions,
    private readonly stopBackend: () => Promise<void>,
  ) {}

  static async start(dir: string, options: PortalOptions): Promise<Portal> {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const nobody = `127.0.0.1:${await freePort()}`;
    const backend = createPortalBackend({
      dir: join(dir, 'portal'),
      port,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        GOMON_BACKEND_URL: url,
        KAFKA_BROKERS: nobody,
        VICTORIA_METRICS_URL: `http://${nobody}`,
        GOMON_AGGREGATOR_URL: `http://${nobody}`,
        ...options.env,
      },
    });
    await backend.start();
    const portal = new Portal(url, options, () => backend.stop());
    if (!(await portal.#knowsTheCatalog())) {
      await portal.stop();
      throw new Problem(
        `The portal did not read its catalog: its log in ${dir}/portal says why.`,
      );
    }
    return portal;
  }

  stop(): Promise<void> {
    return this.stopBackend();
  }

  /** What the portal shows of a component now. */
  async checks(entity: string): Promise<ShownCheck[]> {
    const answer = await this.#get(`/api/gomon/entities/${entity}/health`);
    if (!answer.ok) {
      throw new Problem(`The portal answered HTTP ${answer.status}.`);
    }
    const { checks } = (await answer.json()) as { checks: ShownCheck[] };
    return checks.filter(({ id }) => this.options.shows.test(id));
  }

  /** Waits until a check has the wanted status, and says what it says then. */
  async waitFor(
    entity: string,
    id: string,
    status: string,
    words = /./,
  ): Promise<{ held: boolean; saw: string }> {
    let saw: ShownCheck | undefined;
    const held = await waitUntil(
      async () => {
        saw = (await this.checks(entity)).find(own => own.id === id);
        return saw?.status === status && words.test(saw.sentence);
      },
      { withinMs: 120_000, everyMs: 2_000 },
    );
    return { held, saw: saw ? `${saw.status}: ${saw.sentence}` : 'nothing' };
  }

  #knowsTheCatalog(): Promise<boolean> {
    return waitUntil(
      async () => (await this.checks(this.options.known)).length > 0,
      { withinMs: 120_000, everyMs: 2_000 },
    );
  }

  async #get(path: string): Promise<Response> {
    const ask = () =>
      fetch(`${this.url}${path}`, {
        headers: { authorization: `Bearer ${this.#token}` },
      });
    const answer = await ask();
    if (answer.status !== 401) return answer;
    const session = await fetch(`${this.url}/api/auth/guest/refresh`);
    const { backstageIdentity } = (await session.json()) as {
      backstageIdentity: { token: string };
    };
    this.#token = backstageIdentity.token;
    return ask();
  }
}
