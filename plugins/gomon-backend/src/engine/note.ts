import { Component } from '@gomon/plugin-gomon-node';
import { isBad } from './hysteresis';
import type { Diagnosis } from './pipelines';

/** What a stage of a pipeline has to say besides its status. Nothing while it is well. */
export function noteFor(
  { entityRef }: Component,
  { states, explanations, topology }: Diagnosis,
): string | undefined {
  const { role, checks } = states.get(entityRef)!.health;
  const worst = checks.find(({ status }) => isBad(status));
  if (role !== 'affected' || !worst) return worst?.sentence;
  const explanation = explanations.find(
    entry => entry.entityRef === entityRef && entry.causes.length > 0,
  );
  const cause = topology.components.find(
    component => component.entityRef === explanation?.causes[0],
  );
  if (!explanation || !cause) return worst.sentence;
  if (explanation.recovering) return `recovering after ${cause.title}`;
  const failure = checks.find(({ id }) => id === explanation.checkId)?.failure;
  switch (failure) {
    case 'starved':
      return `starved by ${cause.title}`;
    case 'blocked':
      return `blocked by ${cause.title}`;
    default:
      return `not seen: ${cause.title} does not answer`;
  }
}
