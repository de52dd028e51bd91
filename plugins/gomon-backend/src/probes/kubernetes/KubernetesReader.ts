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

/** Reads the objects of an entity. Undefined: this portal has no Kubernetes plugin. */
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
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly auth: AuthService,
    private readonly timeoutMs: number,
  ) {}

  async read(entityRef: string, signal: AbortSignal) {
    const target = await this.#target();
    const [workloads, claims] = await Promise.all([
      ask(target, '/resources/workloads/query', { entityRef }, signal),
      ask(
        target,
        '/resources/custom/query',
        { entityRef, customResources: CLAIMS },
        signal,
      ),
    ]);
    return workloads && { items: join(workloads.items, claims?.items ?? []) };
  }

  /** Objects of a kind that Kubernetes does not have by itself. */
  async readCustom(
    entityRef: string,
    resource: CustomResource,
    signal: AbortSignal,
  ) {
    const question = { entityRef, customResources: [resource] };
    const target = await this.#target();
    return ask(target, '/resources/custom/query', question, signal);
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

async function ask(
  target: HttpTarget,
  path: string,
  question: object,
  signal: AbortSignal,
): Promise<EntityObjects | undefined> {
  const body = { auth: {}, ...question };
  const answer = await target.post(path, body, signal);
  // The plugin mounts no routes where the configuration has no `kubernetes`.
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) {
    throw new LookError(
      'unknown',
      `the Kubernetes plugin answered HTTP ${answer.status}`,
    );
  }
  return parseJson(answer.body, ({ items }) => {
    if (!Array.isArray(items)) throw new Error('no items');
    return { items };
  });
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
