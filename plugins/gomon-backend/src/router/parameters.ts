import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { Status, statuses } from '@gomon/plugin-gomon-common';

const ENTITY_PART = /^[A-Za-z0-9][A-Za-z0-9\-_.]{0,62}$/;
const MAX_LIMIT = 500;
const DEFAULT_LIMIT = 100;

/** The entity reference that a path names. */
export function entityRefOf(params: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  for (const part of ['kind', 'namespace', 'name'] as const) {
    if (!ENTITY_PART.test(params[part])) {
      throw new InputError(
        `Parameter ${part}: expected a part of an entity reference`,
      );
    }
  }
  const { kind, namespace, name } = params;
  return stringifyEntityRef({ kind, namespace, name });
}

/** The entity reference that a text names in full. */
export function entityRefFromText(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      'Parameter entityRef: expected a full entity reference',
    );
  }
}

/** Entries of a comma list; undefined where the parameter is left out. */
export function listOf(text: string | undefined): string[] | undefined {
  const entries = text
    ?.split(',')
    .map(entry => entry.trim())
    .filter(entry => entry !== '');
  return entries?.length ? entries : undefined;
}

/** A comma list of statuses. */
export function statusesOf(text: string | undefined): Status[] | undefined {
  const names = listOf(text);
  if (names?.some(name => !(statuses as readonly string[]).includes(name))) {
    throw new InputError(
      `Parameter status: expected one or more of ${statuses.join(', ')}`,
    );
  }
  return names as Status[] | undefined;
}

/** How many entries a page may have. */
export function limitOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > MAX_LIMIT) {
    throw new InputError(
      `Parameter limit: expected a whole number from 1 to ${MAX_LIMIT}`,
    );
  }
  return limit;
}
