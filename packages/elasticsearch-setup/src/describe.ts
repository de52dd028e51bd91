import { Difference } from './plan/differences';
import { Obstacle } from './plan/obstacles';
import { Plan, Step } from './plan/plan';

/** The plan as a person reads it. */
export function describePlan({ obstacles, steps, warnings }: Plan): string {
  const told = warnings.map(warning => `! ${warning}`);
  if (obstacles.length > 0) {
    return [
      ...told,
      'Nothing is changed:',
      ...obstacles.map(describeObstacle),
    ].join('\n');
  }
  if (steps.length === 0) {
    return [...told, 'Everything is as it is to be: nothing to change.'].join(
      '\n',
    );
  }
  return [...told, ...steps.map(describeStep)].join('\n');
}

/** One step as a person reads it. */
export function describeStep(step: Step): string {
  switch (step.kind) {
    case 'put-policy':
      return describePut(`lifecycle policy ${step.name}`, step.differences);
    case 'put-template':
      return describePut(`index template ${step.name}`, step.differences);
    case 'create-index':
      return `+ index ${step.index}, write index of the alias ${step.alias}`;
    case 'adopt-indices':
      return `~ alias ${step.alias}: ${step.indices.join(', ')} (writing to ${
        step.writeIndex
      })`;
    case 'roll-over':
      return [
        `~ roll over the alias ${step.alias} from ${step.from}: a template counts for new indices only`,
        ...step.reasons.map(reason => `    ${reason}`),
      ].join('\n');
    default:
      throw new Error(`no such step: ${JSON.stringify(step satisfies never)}`);
  }
}

function describePut(what: string, differences?: Difference[]): string {
  if (!differences) {
    return `+ ${what}`;
  }
  return [
    `~ ${what}`,
    ...differences.map(
      ({ path, is, toBe }) => `    ${path}: ${shown(is)} -> ${shown(toBe)}`,
    ),
  ].join('\n');
}

function describeObstacle({ problem, advice }: Obstacle): string {
  return `x ${problem}\n  ${advice.replaceAll('\n', '\n  ')}`;
}

function shown(value: unknown): string {
  return value === undefined ? '(none)' : JSON.stringify(value);
}
