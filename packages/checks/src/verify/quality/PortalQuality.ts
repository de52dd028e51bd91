import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import {
  createPortalBackend,
  freePort,
  Problem,
  readSecret,
  waitUntil,
  type CodeQuality,
} from '@gomon/dev-stack';
import type {
  EntityHealth,
  EntityQuality,
  HealthEvent,
  Pipeline,
} from '@gomon/plugin-gomon-common';

/** How often the portal looks, as app-config.yaml has it for development. */
export const CYCLE_MS = 5_000;

const SONARQUBE = 'resource/default/sonarqube';

/** The portal's backend beside a SonarQube. Of the other servers there is none: only code quality is looked at. */
export class PortalQuality {
  #token = '';

  private constructor(
    private readonly url: string,
    readonly stop: () => Promise<void>,
  ) {}

  /** @param projectKey - what the catalog's SonarQube names as its project here */
  static async start(
    dir: string,
    { files, postgres, sonarqube }: CodeQuality,
    token: string,
    projectKey: string,
  ): Promise<PortalQuality> {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const nobody = `127.0.0.1:${await freePort()}`;
    const catalog = join(dir, 'catalog.yaml');
    await writeFile(catalog, catalogOf(projectKey));
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
        APP_CONFIG_catalog_locations: JSON.stringify([
          {
            type: 'file',
            target: catalog,
            rules: [{ allow: ['Component', 'Resource', 'System', 'Group'] }],
          },
        ]),
        APP_CONFIG_sonarqube_instances: JSON.stringify([
          { name: 'default', baseUrl: sonarqube.url, apiKey: token },
        ]),
        APP_CONFIG_gomon_postgresql: JSON.stringify([
          {
            name: 'default',
            host: '127.0.0.1',
            port: postgres.port,
            database: 'sonarqube',
            user: 'sonarqube',
            password: await readSecret(files.databasePassword),
          },
        ]),
      },
    });
    await backend.start();
    const portal = new PortalQuality(url, () => backend.stop());
    const looked = await waitUntil(
      async () => (await portal.health()).checks.length > 0,
      { withinMs: 180_000, everyMs: 2_000 },
    );
    if (!looked) {
      await backend.stop();
      throw new Problem(
        `The portal did not look at SonarQube: its log in ${dir}/portal says why.`,
      );
    }
    return portal;
  }

  health(): Promise<EntityHealth> {
    return this.#get(`entities/${SONARQUBE}/health`);
  }

  quality(): Promise<EntityQuality> {
    return this.#get(`entities/${SONARQUBE}/quality`);
  }

  pipeline(): Promise<Pipeline> {
    return this.#get('pipelines/code-quality');
  }

  async gateEvents(): Promise<HealthEvent[]> {
    const { items } = await this.#get<{ items: HealthEvent[] }>(
      'events?kind=quality-gate',
    );
    return items;
  }

  async #get<T>(path: string): Promise<T> {
    const ask = () =>
      fetch(`${this.url}/api/gomon/${path}`, {
        headers: { authorization: `Bearer ${this.#token}` },
      });
    let answer = await ask();
    if (answer.status === 401) {
      const session = await fetch(`${this.url}/api/auth/guest/refresh`);
      const { backstageIdentity } = (await session.json()) as {
        backstageIdentity: { token: string };
      };
      this.#token = backstageIdentity.token;
      answer = await ask();
    }
    if (!answer.ok) {
      throw new Problem(`The portal answered HTTP ${answer.status}.`);
    }
    return (await answer.json()) as T;
  }
}

/** The code-quality pipeline as catalog-info.yaml has it, of another project. */
function catalogOf(projectKey: string): string {
  const resource = (name: string, annotations: Record<string, string>) =>
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: { name, annotations },
      spec: { type: name, owner: 'group:default/platform' },
    });
  return [
    resource('sonarqube', {
      'gomon.io/stage': 'code-quality',
      'gomon.io/sends-to': 'resource:default/postgresql',
      'sonarqube.org/project-key': projectKey,
    }),
    resource('postgresql', { 'gomon.io/stage': 'database' }),
  ].join('\n---\n');
}
