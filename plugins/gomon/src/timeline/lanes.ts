import { EntitySummary, HealthEvent, Status } from '@gomon/plugin-gomon-common';

/** A stretch of time in one status. */
export interface Segment {
  fromMs: number;
  toMs: number;
  status: Status;
}

/** A component over time. */
export interface Lane {
  entityRef: string;
  title: string;
  segments: Segment[];
  /** Share of the observed time in which it was ok, from 0 to 1; undefined where nothing was observed. */
  uptime?: number;
}

/**
 * Puts the transitions of one component end to end. Before the first one it was what the transition says it came from; a
 * component that did not change in this time has been what it is now since its `since`. What is not known is left open.
 */
export function toSegments(
  transitions: readonly HealthEvent[],
  range: readonly [fromMs: number, toMs: number],
  now?: { status: Status; since?: string },
): Segment[] {
  const [fromMs, toMs] = range;
  const ordered = transitions
    .filter(event => event.to !== undefined)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const segments: Segment[] = [];
  const first = ordered[0];
  if (!first) {
    if (!now?.since) return [];
    const since = Math.max(fromMs, Date.parse(now.since));
    return since < toMs ? [{ fromMs: since, toMs, status: now.status }] : [];
  }
  if (first.from && Date.parse(first.at) > fromMs) {
    segments.push({
      fromMs,
      toMs: Date.parse(first.at),
      status: first.from,
    });
  }
  ordered.forEach((event, index) => {
    const start = Math.max(fromMs, Date.parse(event.at));
    const next = ordered[index + 1];
    const end = next ? Date.parse(next.at) : toMs;
    if (end > start) {
      segments.push({ fromMs: start, toMs: end, status: event.to! });
    }
  });
  return segments;
}

/** Share of the observed time in which everything held. What is not set up was not watched. */
export function uptimeOf(segments: readonly Segment[]): number | undefined {
  let observed = 0;
  let ok = 0;
  for (const { fromMs, toMs, status } of segments) {
    if (status === 'not-configured') continue;
    observed += toMs - fromMs;
    if (status === 'ok') ok += toMs - fromMs;
  }
  return observed > 0 ? ok / observed : undefined;
}

/** That something which nobody set up was seen for the first time tells nobody anything. */
export function isTelling({ kind, to }: HealthEvent): boolean {
  return kind !== 'first-seen' || to !== 'not-configured';
}

/** A lane for each component that is set up. */
export function toLanes(
  entities: readonly EntitySummary[],
  events: readonly HealthEvent[],
  range: readonly [fromMs: number, toMs: number],
): Lane[] {
  const byRef = new Map<string, HealthEvent[]>();
  for (const event of events) {
    const isOfComponent =
      event.kind === 'transition' || event.kind === 'first-seen';
    if (!event.entityRef || !isOfComponent) continue;
    byRef.set(event.entityRef, [...(byRef.get(event.entityRef) ?? []), event]);
  }
  return entities
    .filter(
      entity =>
        entity.status !== 'not-configured' ||
        byRef.get(entity.entityRef)?.some(isTelling),
    )
    .map(entity => {
      const segments = toSegments(
        byRef.get(entity.entityRef) ?? [],
        range,
        entity,
      );
      return {
        entityRef: entity.entityRef,
        title: entity.title,
        segments,
        uptime: uptimeOf(segments),
      };
    });
}
