import {
  Check,
  compareWorstFirst,
  EntityHealth,
  rollUp,
  StageRole,
  Status,
} from '@gomon/plugin-gomon-common';
import { Component } from '@gomon/plugin-gomon-node';
import { SettledChecks } from './diagnose';
import { isBad } from './hysteresis';
import { lookCheckId, Observation } from './observe';
import { Explanation } from './rootCause';
import { ComponentState } from './state';
import { byCodeUnits } from '../words/byCodeUnits';

/** For how long a check that is no longer reported is remembered. */
const MEMORY_MS = 3600_000;

/** Rolls the settled checks of a component up to its health. */
export function componentState(
  { component, figures }: Observation,
  settled: SettledChecks,
  explanations: readonly Explanation[],
  before: ComponentState | undefined,
  now: Date,
): ComponentState {
  const { entityRef, environment, title, stage } = component;
  const explained = new Map(explanations.map(entry => [entry.checkId, entry]));
  const checks = [...settled.values()]
    .map(({ memory }) => quieten(memory.settled, entityRef, explained))
    .filter(check => !isUneventful(check))
    .sort((a, b) => compareWorstFirst(a.status, b.status));
  const status = statusOf(checks);
  const at = now.toISOString();
  const changed = before?.health.status !== status;
  const health: EntityHealth = {
    entityRef,
    title,
    stage,
    environment,
    status,
    role: roleOf(entityRef, explanations),
    since: changed ? at : before?.health.since ?? at,
    affectedBy: affectedBy(entityRef, explanations),
    checks,
    figures: Object.values(figures).flat(),
    links: linksOf(component),
    runbook: [],
    observedAt: at,
  };
  const memory = {
    ...stillRemembered(before, now),
    ...Object.fromEntries(
      [...settled].map(([id, check]) => [id, check.memory]),
    ),
  };
  return { entityRef, environment, health, memory, figures };
}

/** Checks that are not asked at the moment, because a more basic one fails, come back with what was known of them. */
function stillRemembered(
  before: ComponentState | undefined,
  now: Date,
): ComponentState['memory'] {
  const oldest = now.getTime() - MEMORY_MS;
  return Object.fromEntries(
    Object.entries(before?.memory ?? {}).filter(
      ([, { settled }]) => Date.parse(settled.observedAt) >= oldest,
    ),
  );
}

/**
 * Only a cause is loud. A failure that another component explains is at most `degraded` where the component is starved or
 * blocked, and `unknown` where it is only unseen.
 */
function quieten(
  check: Check,
  entityRef: string,
  explained: ReadonlyMap<string, Explanation>,
): Check {
  if (!isBad(check.status)) return check;
  if (check.failure === 'unseen') return { ...check, status: 'unknown' };
  const causes = explained.get(check.id)?.causes ?? [];
  const isCause = causes.length === 0 || causes.includes(entityRef);
  if (isCause || check.status !== 'down') return check;
  return { ...check, status: 'degraded' };
}

function statusOf(checks: Check[]): Status {
  const bad = checks.filter(({ status }) => isBad(status));
  // What is only not seen may be in perfect order.
  if (bad.length > 0 && bad.every(({ failure }) => failure === 'unseen')) {
    return 'unknown';
  }
  return rollUp(checks.map(({ status }) => status));
}

function roleOf(
  entityRef: string,
  explanations: readonly Explanation[],
): StageRole {
  if (explanations.some(({ causes }) => causes.includes(entityRef)))
    return 'cause';
  return explanations.length > 0 ? 'affected' : 'none';
}

function affectedBy(
  entityRef: string,
  explanations: readonly Explanation[],
): string[] {
  const causes = new Set(explanations.flatMap(entry => entry.causes));
  causes.delete(entityRef);
  return [...causes].sort(byCodeUnits);
}

function isUneventful({ id, status }: Check): boolean {
  const [probeId] = id.split('.');
  return id === lookCheckId(probeId) && status === 'ok';
}

function linksOf({ entity }: Component) {
  return (entity.metadata.links ?? []).map(({ title, url }) => ({
    title: title ?? url,
    url,
  }));
}
