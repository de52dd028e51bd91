import { Cause, Check, compareWorstFirst } from '@gomon/plugin-gomon-common';
import { Component } from '@gomon/plugin-gomon-node';
import { meaningOf } from './meaning';
import type { Diagnosis } from './pipelines';

/** Tells what is wrong with a component that is a cause, by the worst of the failures that make it one. */
export function toCause(component: Component, diagnosis: Diagnosis): Cause {
  const { entityRef, title } = component;
  const { health } = diagnosis.states.get(entityRef)!;
  const check = decisiveCheck(entityRef, diagnosis);
  return {
    entityRef,
    title,
    status: health.status,
    sentence: check?.sentence ?? `${title} is ${health.status}.`,
    meaning: meaningOf(component, check, diagnosis),
    action: check?.action ?? health.runbook[0],
    since: health.since ?? diagnosis.now.toISOString(),
  };
}

function decisiveCheck(
  entityRef: string,
  { states, explanations }: Diagnosis,
): Check | undefined {
  const own = new Set(
    explanations
      .filter(
        entry =>
          entry.entityRef === entityRef && entry.causes.includes(entityRef),
      )
      .map(({ checkId }) => checkId),
  );
  return states
    .get(entityRef)!
    .health.checks.filter(({ id }) => own.has(id))
    .sort((a, b) => compareWorstFirst(a.status, b.status))[0];
}
