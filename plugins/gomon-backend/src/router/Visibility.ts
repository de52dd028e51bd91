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

type Entities = Map<string, VisibleEntity | undefined>;

/** What is known of the catalog as a caller sees it. */
interface Known {
  entities: Entities;
  /** References that were asked for. */
  used: Set<string>;
  /** Those that were used before: they are likely to be asked for again. */
  likely: Set<string>;
  /** The question that the catalog is busy with. */
  asking: Promise<void>;
}

/**
 * Which entities a caller may read in the catalog. A question to it costs more than most answers, so it is asked about all that
 * the caller was shown before at once.
 */
export class Visibility {
  readonly #memory: CallerMemory<Known>;

  constructor(private readonly catalog: CatalogService, now?: () => number) {
    this.#memory = new CallerMemory<Known>(
      before => ({
        entities: new Map(),
        used: new Set(),
        likely: before?.used ?? new Set(),
        asking: Promise.resolve(),
      }),
      now,
    );
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
  ): Promise<Entities> {
    const known = this.#memory.of(credentials);
    refs.forEach(ref => known.used.add(ref));
    if (refs.some(ref => !known.entities.has(ref))) {
      // After the question before, which may have asked for the same.
      const ask = () => this.#ask(refs, known, credentials);
      known.asking = known.asking.then(ask, ask);
      await known.asking;
    }
    return known.entities;
  }

  async #ask(
    refs: readonly string[],
    { entities, likely }: Known,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (refs.every(ref => entities.has(ref))) return;
    const open = [...new Set([...refs, ...likely])].filter(
      ref => !entities.has(ref),
    );
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
    open.forEach(ref => entities.set(ref, undefined));
    for (const entity of items) {
      if (!entity) continue;
      const { name, title = name, annotations } = entity.metadata;
      const entityRef = stringifyEntityRef(entity);
      const stage = annotations?.[ANNOTATION_STAGE];
      entities.set(entityRef, { entityRef, title, stage });
    }
  }
}
