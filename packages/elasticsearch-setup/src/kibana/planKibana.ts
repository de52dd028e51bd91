import { DATA_VIEW_ID, DATA_VIEW_TITLE } from './objects/dataView';
import { SavedObject } from './objects/savedObject';
import type { KeptObject } from './KibanaClient';

/** What is there. */
export interface ObservedKibana {
  version: string;
  objects: KeptObject[];
  dataViews: Array<{ id: string; title: string }>;
}

/** One object that is not as it is to be. */
export interface KibanaStep {
  object: SavedObject;
  /** Attributes that differ; undefined where there is no such object yet. */
  differs?: string[];
}

/** What is to be done, or why nothing may be done. */
export interface KibanaPlan {
  steps: KibanaStep[];
  obstacles: string[];
  warnings: string[];
}

/** Compares what is in Kibana with what is to be there. Pure. */
export function planKibana(
  desired: readonly SavedObject[],
  { dataViews, objects, version }: ObservedKibana,
): KibanaPlan {
  const obstacles = version.startsWith('8.')
    ? []
    : [`The server is Kibana ${version}; this command speaks to 8.x.`];
  const twins = dataViews.filter(
    ({ id, title }) => title === DATA_VIEW_TITLE && id !== DATA_VIEW_ID,
  );
  return {
    obstacles,
    warnings: twins.map(
      ({ id }) =>
        `There is another data view ${DATA_VIEW_TITLE} (${id}). It is left alone; what refers to it goes on as before.`,
    ),
    steps: desired.flatMap(object => {
      const kept = objects.find(
        ({ error, id, type }) =>
          !error && id === object.id && type === object.type,
      );
      if (!kept) return [{ object }];
      const differs = differencesOf(object, kept);
      return differs.length > 0 ? [{ object, differs }] : [];
    }),
  };
}

/** Names of what is not as it is to be. What Kibana has added by itself, by bringing the object up to its own format, is no difference. */
function differencesOf(object: SavedObject, kept: KeptObject): string[] {
  const attributes = Object.entries(object.attributes)
    .filter(([name, toBe]) => !contains(kept.attributes?.[name], toBe))
    .map(([name]) => name);
  const points = object.references.every(toBe =>
    kept.references?.some(is => contains(is, toBe)),
  );
  return points ? attributes : [...attributes, 'references'];
}

function contains(is: unknown, toBe: unknown): boolean {
  const [kept, wanted] = [decoded(is), decoded(toBe)];
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(kept) &&
      kept.length === wanted.length &&
      wanted.every((item, index) => contains(kept[index], item))
    );
  }
  if (isObject(wanted)) {
    return (
      isObject(kept) &&
      Object.entries(wanted).every(([key, value]) => contains(kept[key], value))
    );
  }
  return kept === wanted;
}

/** Kibana keeps objects within objects as JSON text, whose order of keys means nothing. */
function decoded(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
