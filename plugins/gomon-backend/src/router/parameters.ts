import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

type Query = Record<string, unknown>;

const ENTITY_PART = /^[A-Za-z0-9][A-Za-z0-9\-_.]{0,62}$/;

/** The entity reference that a path names. */
export function entityRefOf(params: Record<string, string>): string {
  for (const part of ['kind', 'namespace', 'name']) {
    if (!ENTITY_PART.test(params[part])) {
      throw new InputError(
        `Parameter ${part}: expected a part of an entity reference`,
      );
    }
  }
  return stringifyEntityRef({
    kind: params.kind,
    namespace: params.namespace,
    name: params.name,
  });
}

/** A parameter that may be left out, and is a short text otherwise. */
export function optionalText(query: Query, name: string): string | undefined {
  const value = query[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string' || value.length > 255) {
    throw new InputError(
      `Parameter ${name}: expected one text of at most 255 characters`,
    );
  }
  return value;
}
