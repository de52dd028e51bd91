import type { Condition } from '../desired/desired';
import type { Step } from './plan';

/** The plan as a person reads it. */
export function describePlan(steps: readonly Step[]): string {
  return steps.length === 0
    ? 'Gate and project are as they are to be: nothing to change.'
    : steps.map(describeStep).join('\n');
}

/** One step as a person reads it. */
export function describeStep(step: Step): string {
  switch (step.kind) {
    case 'set-mode':
      return `~ mode: ${step.from} -> ${step.to}`;
    case 'create-gate':
      return `+ quality gate ${step.gate}, with its conditions`;
    case 'add-condition':
      return `+ ${step.gate}: ${inWords(step.condition)}`;
    case 'change-condition':
      return `~ ${step.gate}: ${inWords(step.from)} -> ${inWords(step.to)}`;
    case 'remove-condition':
      return `- ${step.gate}: ${inWords(step.condition)}`;
    case 'create-project':
      return `+ project ${step.key}`;
    case 'select-gate':
      return `~ project ${step.key}: gate ${step.from ?? '(none)'} -> ${
        step.gate
      }`;
    default:
      throw new Error(`no such step: ${JSON.stringify(step satisfies never)}`);
  }
}

/** A condition as what it asks for. */
export function inWords({ metric, op, error }: Condition): string {
  return `${metric} ${op === 'GT' ? 'at most' : 'at least'} ${error}`;
}
