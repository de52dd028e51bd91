import { Problem } from '@gomon/dev-stack';
import type { Step } from './step';

/** The steps of a run and the paths that narrow it. */
export interface Selection {
  steps: Step[];
  paths: string[];
}

/**
 * Reads the arguments of `yarn test`: names of steps, or paths of tests, or
 * both. A path alone means the kinds of tests that can lie there.
 */
export function select(args: string[], all: Step[]): Selection {
  const names = all.map(step => step.name);
  const wanted = args.filter(arg => names.includes(arg));
  const paths = args.filter(arg => !names.includes(arg));
  const wrong = paths.find(path => !/[/.]/.test(path));
  if (wrong) {
    throw new Problem(
      `Nothing was tested: ${wrong} is neither a step nor a path: the steps are ${names.join(
        ', ',
      )}.`,
    );
  }
  const steps = all.filter(step => {
    if (wanted.length > 0) {
      return wanted.includes(step.name);
    }
    return paths.length === 0 || paths.some(path => mayHold(path, step.name));
  });
  return { steps, paths };
}

function mayHold(path: string, step: string): boolean {
  if (/\/integration(\/|$)/.test(path)) {
    return step === 'integration';
  }
  if (/\/browser(\/|$)/.test(path)) {
    return step === 'browser';
  }
  if (/\/src(\/|$)/.test(path)) {
    return step === 'unit';
  }
  return step === 'unit' || step === 'integration';
}
