import {
  buildFrontend,
  Component,
  createPortalBackend,
  createPostgres,
  freePort,
  RunningStack,
  startStack,
} from '@gomon/dev-stack';
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_FLEET } from '../model/fleetModel';
import { spawnFleet } from '../play/spawnFleet';
import {
  HOSTS_PER_SITE,
  LARGE,
  PlatformSize,
  SharedServers,
  siteConfiguration,
  siteEntities,
} from './sites';

const KINDS = ['Component', 'Group', 'User'];
/** Relative to packages/backend, where the portal runs. */
const GUEST = 'catalog-development.yaml';

/** How a large platform differs from the usual one. */
export interface LargePlatformOptions {
  /** Holds state, logs and the catalog. */
  dir: string;
  /** Default {@link LARGE}. */
  size?: PlatformSize;
  /** Time between two readings of a host. Default 30 s. */
  interval?: string;
}

/** How the portal of a large platform is run. */
export interface LargePortalOptions {
  /** Builds the frontend where it is not up to date, for a browser. Default false: the API alone. */
  frontend?: boolean;
  /** Interval of the engine in seconds. Default 15. */
  intervalSeconds?: number;
  /** Where it keeps what it knows. Default `sqlite`, as in development; `postgresql` is as in production. */
  database?: 'sqlite' | 'postgresql';
  /** Laid over the portal's environment. */
  env?: Record<string, string>;
}

/** One real Kafka, VictoriaMetrics and aggregator, with a fleet of hosts that reports through them from many sites. */
export class LargePlatform {
  readonly #portals: Component[] = [];
  readonly #databases: Component[] = [];

  private constructor(
    readonly dir: string,
    readonly size: PlatformSize,
    readonly entities: readonly object[],
    /** By name: kafka, victoria-metrics, aggregator. */
    readonly components: RunningStack['components'],
    readonly servers: SharedServers,
    private readonly end: () => Promise<void>,
  ) {}

  static async start({
    dir,
    size = LARGE,
    interval = '30s',
  }: LargePlatformOptions): Promise<LargePlatform> {
    const stack = await startStack({ dir });
    const fleet = spawnFleet({
      brokers: stack.urls.kafka,
      hosts: size.sites * HOSTS_PER_SITE,
      interval,
    });
    return new LargePlatform(
      dir,
      size,
      siteEntities(size, DEFAULT_FLEET.prefix),
      stack.components,
      stack.urls,
      async () => {
        await fleet.stop();
        await stack.stop();
      },
    );
  }

  /** What stands below `gomon:` of a portal that watches it. */
  get configuration() {
    return siteConfiguration(this.size, this.servers);
  }

  /** Starts a portal that knows all of it. Resolves with its address when it answers; the first looks come later. */
  async startPortal(options: LargePortalOptions = {}): Promise<string> {
    const { dir, servers } = this;
    await mkdir(dir, { recursive: true });
    const catalog = join(dir, 'catalog.yaml');
    const documents = this.entities.map(entity => JSON.stringify(entity));
    await writeFile(catalog, documents.join('\n---\n'));
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const { environments, ...instances } = this.configuration;
    const configured = Object.entries({ environments, ...instances }).map(
      ([key, value]) => [`APP_CONFIG_gomon_${key}`, JSON.stringify(value)],
    );
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      ...Object.fromEntries(configured),
      APP_CONFIG_catalog_locations: JSON.stringify([
        { type: 'file', target: catalog, rules: [{ allow: KINDS }] },
        { type: 'file', target: GUEST, rules: [{ allow: KINDS }] },
      ]),
      APP_CONFIG_gomon_engine_interval_seconds: String(
        options.intervalSeconds ?? 15,
      ),
      GOMON_APP_URL: url,
      GOMON_BACKEND_URL: url,
      KAFKA_BROKERS: servers.kafka,
      VICTORIA_METRICS_URL: servers.victoriaMetrics,
      GOMON_AGGREGATOR_URL: servers.aggregator,
      ...(options.database === 'postgresql' && (await this.#startDatabase())),
      ...options.env,
    };
    if (options.frontend) await buildFrontend(env);
    const portal = createPortalBackend({ dir, port, address: url, env });
    this.#portals.push(portal);
    await portal.start();
    return url;
  }

  /** Starts a PostgreSQL. Resolves with what makes a portal use it. */
  async #startDatabase(): Promise<NodeJS.ProcessEnv> {
    const postgres = await createPostgres({
      dir: join(this.dir, `database-${this.#databases.length}`),
      user: 'gomon',
      password: randomUUID(),
    });
    this.#databases.push(postgres);
    await postgres.start();
    const { PGHOST, PGPORT, PGUSER, PGPASSWORD } = postgres.env;
    return {
      APP_CONFIG_backend_database_client: 'pg',
      APP_CONFIG_backend_database_connection: JSON.stringify({
        host: PGHOST,
        port: Number(PGPORT),
        user: PGUSER,
        password: PGPASSWORD,
      }),
    };
  }

  /** Lets servers neither answer nor refuse: connections to them are taken, and nothing comes. */
  hang(): void {
    this.#signal('SIGSTOP');
  }

  /** Ends everything. */
  async stop(): Promise<void> {
    this.#signal('SIGCONT');
    await Promise.all(this.#portals.map(portal => portal.stop()));
    await Promise.all(this.#databases.map(database => database.stop()));
    await this.end();
  }

  #signal(signal: NodeJS.Signals): void {
    for (const { pid } of Object.values(this.components)) {
      if (pid !== undefined) process.kill(-pid, signal);
    }
  }
}
