import { ANNOTATION_METRICS_SELECTOR } from '@gomon/plugin-gomon-common';
import { Component } from '@gomon/plugin-gomon-node';

const MATCHER = /^[a-zA-Z_][a-zA-Z0-9_]*(=|!=|=~|!~)"(?:[^"\\]|\\.)*"$/;
const DEFAULT = 'job="gomon"';

/**
 * The label matchers of an agent's series, from the annotation `gomon.io/metrics-selector`. An annotation that is no plain
 * list of matchers is not used: it would become part of a query.
 */
export function selectorOf({ entity }: Component): string {
  const text =
    entity.metadata.annotations?.[ANNOTATION_METRICS_SELECTOR]?.trim();
  if (!text) return DEFAULT;
  const inner = text.replace(/^\{|\}$/g, '').trim();
  const matchers = inner.match(/[^,"]+"(?:[^"\\]|\\.)*"/g) ?? [];
  const cleaned = matchers.map(matcher => matcher.replace(/^,/, '').trim());
  const isWhole = cleaned.join(',') === inner.replace(/\s*,\s*/g, ',');
  return isWhole &&
    cleaned.length > 0 &&
    cleaned.every(matcher => MATCHER.test(matcher))
    ? cleaned.join(',')
    : DEFAULT;
}

/** A text as a label value of a query. */
export function labelValue(text: string): string {
  return JSON.stringify(text);
}
