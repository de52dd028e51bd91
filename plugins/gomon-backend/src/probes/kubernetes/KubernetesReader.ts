import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { HttpTarget } from '../http/HttpTarget';
import { parseJson } from '../http/parseJson';
import { LookError } from '../LookError';
import { EntityObjects } from './objects';

/** A kind of resource, as the API server names it in its paths. */
export interface CustomResource {
  group: string;
  apiVersion: string;
  plural: string;
}

/** Claims are not among the objects that the Kubernetes plugin reads by itself. */
const CLAIMS: CustomResource[] = [
  { group: '', apiVersion: 'v1', plural: 'persistentvolumeclaims' },
];

/** How long a portal without clusters is taken to have none: clusters may be found at run time. */
const NO_CLUSTERS_FOR_MS = 30_000;

/** Reads the objects of an entity. Undefined: this portal has no Kubernetes plugin, or the plugin no cluster. */
export interface KubernetesReader {
  read(
    entityRef: string,
    signal: AbortSignal,
  ): Promise<EntityObjects | undefined>;
}

/**
 * Asks the Kubernetes backend plugin, so that clusters and their credentials are configured once, as every portal has them
 * ("Configuring Kubernetes integration" in Backstage's documentation).
 */
export class KubernetesPluginReader implements KubernetesReader {
  #clusters: { atMs: number; some: Promise<boolean> } | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly auth: AuthService,
    private readonly timeoutMs: number,
  ) {}

  async read(entityRef: string, signal: AbortSignal) {
    const target = await this.#target();
    if (!(await this.#hasClusters(target, signal))) return undefined;
    const [workloads, claims] = await Promise.all([
      ask(target, '/resources/workloads/query', { entityRef }, signal),
      ask(
        target,
        '/resources/custom/query',
        { entityRef, customResources: CLAIMS },
        signal,
      ),
    ]);
    return { items: join(workloads.items, claims.items) };
  }

  /** Objects of a kind that Kubernetes does not have by itself. */
  async readCustom(
    entityRef: string,
    resource: CustomResource,
    signal: AbortSignal,
  ) {
    const question = { entityRef, customResources: [resource] };
    const target = await this.#target();
    if (!(await this.#hasClusters(target, signal))) return undefined;
    return ask(target, '/resources/custom/query', question, signal);
  }

  /** Asked once for all components of a cycle: the plugin writes a line into the log for each entity it is asked about. */
  #hasClusters(target: HttpTarget, signal: AbortSignal): Promise<boolean> {
    const nowMs = Date.now();
    if (!this.#clusters || nowMs - this.#clusters.atMs > NO_CLUSTERS_FOR_MS) {
      const some = countClusters(target, signal).then(count => count > 0);
      this.#clusters = { atMs: nowMs, some };
      // A failed question is no answer for those who come next.
      some.catch(() => {
        this.#clusters = undefined;
      });
    }
    return this.#clusters.some;
  }

  async #target(): Promise<HttpTarget> {
    const { token } = await this.auth.getPluginRequestToken({
      onBehalfOf: await this.auth.getOwnServiceCredentials(),
      targetPluginId: 'kubernetes',
    });
    return new HttpTarget({
      url: await this.discovery.getBaseUrl('kubernetes'),
      bearerToken: token,
      timeoutMs: this.timeoutMs,
    });
  }
}

/** Zero as well where the plugin mounts no routes: the configuration has no `kubernetes`. */
async function countClusters(
  target: HttpTarget,
  signal: AbortSignal,
): Promise<number> {
  const { status, body } = await target.get('/clusters', signal);
  if (status === 404) return 0;
  requireOk(status);
  return parseJson(body, ({ items }) => listOf(items).length);
}

async function ask(
  target: HttpTarget,
  path: string,
  question: object,
  signal: AbortSignal,
): Promise<EntityObjects> {
  const body = { auth: {}, ...question };
  const answer = await target.post(path, body, signal);
  requireOk(answer.status);
  return parseJson(answer.body, ({ items }) => ({
    items: listOf(items) as EntityObjects['items'],
  }));
}

function requireOk(status: number): void {
  if (status !== 200) {
    throw new LookError(
      'unknown',
      `the Kubernetes plugin answered HTTP ${status}`,
    );
  }
}

function listOf(items: unknown): unknown[] {
  if (!Array.isArray(items)) throw new Error('no items');
  return items;
}

/** Joins what was read of the same cluster. */
function join(
  workloads: EntityObjects['items'],
  claims: EntityObjects['items'],
): EntityObjects['items'] {
  const names = new Set(
    [...workloads, ...claims].map(({ cluster }) => cluster.name),
  );
  return [...names].map(name => {
    const own = [...workloads, ...claims].filter(
      ({ cluster }) => cluster.name === name,
    );
    return {
      cluster: own[0].cluster,
      resources: own.flatMap(({ resources }) => resources),
      podMetrics: own[0].podMetrics ?? [],
      errors: own.flatMap(({ errors }) => errors),
    };
  });
}
