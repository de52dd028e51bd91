import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ANNOTATION_STAGE } from '@gomon/plugin-gomon-common';
import { CallerMemory } from './CallerMemory';

/** What gomon needs of an entity that a caller may read. */
export interface VisibleEntity {
  entityRef: string;
  title: string;
  /** Undefined where it is no component of gomon. */
  stage?: string;
}

type Known = Map<string, VisibleEntity | undefined>;

/** Which entities a caller may read in the catalog. */
export class Visibility {
  readonly #memory: CallerMemory<Known>;

  constructor(private readonly catalog: CatalogService, now?: () => number) {
    this.#memory = new CallerMemory<Known>(() => new Map(), now);
  }

  /** Those of the references that name entities which the caller may read. */
  async readable(
    entityRefs: Iterable<string>,
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const refs = [...new Set(entityRefs)];
    const known = await this.#know(refs, credentials);
    return new Set(refs.filter(ref => known.get(ref)));
  }

  /** The entity of a reference, if there is one and the caller may read it. */
  async entity(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<VisibleEntity | undefined> {
    const known = await this.#know([entityRef], credentials);
    return known.get(entityRef);
  }

  async #know(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Known> {
    const known = this.#memory.of(credentials);
    const open = refs.filter(ref => !known.has(ref));
    if (open.length === 0) return known;
    const { items } = await this.catalog.getEntitiesByRefs(
      {
        entityRefs: open,
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.title',
          `metadata.annotations.${ANNOTATION_STAGE}`,
        ],
      },
      { credentials },
    );
    open.forEach(ref => known.set(ref, undefined));
    for (const entity of items) {
      if (!entity) continue;
      const { name, title = name, annotations } = entity.metadata;
      const entityRef = stringifyEntityRef(entity);
      const stage = annotations?.[ANNOTATION_STAGE];
      known.set(entityRef, { entityRef, title, stage });
    }
    return known;
  }
}
