import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ANNOTATION_STAGE } from '@gomon/plugin-gomon-common';
import { Component, Topology } from '@gomon/plugin-gomon-node';
import { toTopology } from './toTopology';

const MAX_AGE_MS = 30_000;

/** Reads what there is to watch from the catalog, and keeps it for half a minute, or longer while the catalog is away. */
export class TopologyReader {
  #topology?: Topology;
  #readAt = -Infinity;

  constructor(
    private readonly options: {
      catalog: CatalogService;
      auth: AuthService;
      logger: LoggerService;
      defaultEnvironment: string;
    },
  ) {}

  async read(now: Date): Promise<Topology> {
    const age = now.getTime() - this.#readAt;
    // An empty catalog is one that is still being read: look again at once.
    if (this.#topology?.components.length && age < MAX_AGE_MS) {
      return this.#topology;
    }
    try {
      this.#topology = await this.#readFromCatalog();
      this.#readAt = now.getTime();
    } catch (error) {
      if (!this.#topology) throw error;
      this.options.logger.warn(
        'The catalog could not be read; gomon goes on with the components it knows',
        error as Error,
      );
    }
    return this.#topology;
  }

  /** The component of a reference. */
  async component(entityRef: string): Promise<Component | undefined> {
    const { components } = await this.read(new Date());
    return components.find(component => component.entityRef === entityRef);
  }

  async #readFromCatalog(): Promise<Topology> {
    const { catalog, auth, defaultEnvironment } = this.options;
    const { items } = await catalog.getEntities(
      {
        filter: {
          [`metadata.annotations.${ANNOTATION_STAGE}`]: CATALOG_FILTER_EXISTS,
        },
        fields: [
          'apiVersion',
          'kind',
          'metadata',
          'spec.owner',
          'spec.system',
          'relations',
        ],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return toTopology(items, defaultEnvironment);
  }
}
