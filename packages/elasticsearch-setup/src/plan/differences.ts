/** One place in which what is differs from what is to be. */
export interface Difference {
  /** Keys from the top, joined by dots. */
  path: string;
  /** Undefined where there is nothing. */
  is: unknown;
  /** Undefined where there is to be nothing. */
  toBe: unknown;
}

/** Values that Elasticsearch adds by itself to what it was given; they mean the same as their absence. */
export type ServerDefaults = Record<string, unknown>;

/**
 * Compares two JSON values key by key.
 *
 * @param defaults - by the last key of the path: what the server may have added
 */
export function differences(
  is: unknown,
  toBe: unknown,
  defaults: ServerDefaults = {},
  path: string[] = [],
): Difference[] {
  if (isObject(is) && isObject(toBe)) {
    const keys = [...new Set([...Object.keys(toBe), ...Object.keys(is)])];
    return keys.flatMap(key =>
      differences(is[key], toBe[key], defaults, [...path, key]),
    );
  }
  const key = path[path.length - 1];
  const isAdded = toBe === undefined && key in defaults;
  if (equal(is, isAdded ? defaults[key] : toBe)) {
    return [];
  }
  return [{ path: path.join('.'), is, toBe }];
}

function equal(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => equal(item, b[i]));
  }
  if (isObject(a) && isObject(b)) {
    return differences(a, b).length === 0;
  }
  // Elasticsearch gives settings and `dynamic` back as text, whatever they were given as.
  return a === b || (isScalar(a) && isScalar(b) && String(a) === String(b));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
