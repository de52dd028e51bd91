import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

const MAX_AGE_MS = 10_000;
const MAX_CALLERS = 1000;

interface Known {
  since: number;
  readable: Map<string, boolean>;
}

/**
 * Which entities a caller may read in the catalog, remembered for ten seconds: walls that refresh themselves ask the same
 * again and again.
 */
export class Visibility {
  readonly #callers = new Map<string, Known>();

  constructor(
    private readonly catalog: CatalogService,
    private readonly now: () => number = Date.now,
  ) {}

  /** Those of the references that name entities which the caller may read. */
  async readable(
    entityRefs: Iterable<string>,
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const refs = [...new Set(entityRefs)];
    const known = this.#knownOf(credentials);
    const open = refs.filter(ref => !known.has(ref));
    if (open.length > 0) {
      const { items } = await this.catalog.getEntitiesByRefs(
        {
          entityRefs: open,
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
        },
        { credentials },
      );
      const found = new Set(
        items.flatMap(entity => (entity ? [stringifyEntityRef(entity)] : [])),
      );
      open.forEach(ref => known.set(ref, found.has(ref)));
    }
    return new Set(refs.filter(ref => known.get(ref)));
  }

  #knownOf(credentials: BackstageCredentials): Map<string, boolean> {
    const caller = callerOf(credentials);
    // Who cannot be told apart from others is asked for every time.
    if (!caller) return new Map();
    const now = this.now();
    const known = this.#callers.get(caller);
    if (known && now - known.since < MAX_AGE_MS) return known.readable;
    this.#callers.delete(caller);
    const fresh: Known = { since: now, readable: new Map() };
    this.#callers.set(caller, fresh);
    const [oldest] = this.#callers.keys();
    if (this.#callers.size > MAX_CALLERS) this.#callers.delete(oldest);
    return fresh.readable;
  }
}

/** A user by name. Services may carry restrictions of their own with every token. */
function callerOf({ principal }: BackstageCredentials): string | undefined {
  const { type, userEntityRef, actor } = principal as {
    type?: string;
    userEntityRef?: string;
    actor?: unknown;
  };
  return type === 'user' && !actor ? userEntityRef : undefined;
}
