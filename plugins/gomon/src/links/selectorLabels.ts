import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_METRICS_SELECTOR } from '@gomon/plugin-gomon-common';

const EQUALITY = /([a-zA-Z_]\w*)\s*=\s*("(?:[^"\\]|\\.)*")/g;

/** The labels that the series of an entity have for sure: the equalities of its selector. */
export function selectorLabels(entity: Entity): Record<string, string> {
  const selector = entity.metadata.annotations?.[ANNOTATION_METRICS_SELECTOR];
  const labels: Record<string, string> = {};
  for (const [, name, quoted] of (selector ?? '').matchAll(EQUALITY)) {
    const value = unquoted(quoted);
    if (value !== undefined) labels[name] = value;
  }
  return labels;
}

function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(text);
  } catch {
    // PromQL knows escapes that JSON does not; such a label is left to the dashboard's default.
    return undefined;
  }
}
