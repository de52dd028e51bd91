import { Desired, IndexTemplate } from '../desired/desired';
import { LifecyclePolicy } from '../desired/lifecyclePolicy';
import { Observed } from '../observed/observed';
import { Difference, differences } from './differences';
import { findObstacles, Obstacle } from './obstacles';
import { planIndices } from './planIndices';

/** One change. */
export type Step =
  | {
      kind: 'put-policy';
      name: string;
      policy: LifecyclePolicy;
      /** Undefined when there is none yet. */
      differences?: Difference[];
    }
  | {
      kind: 'put-template';
      name: string;
      template: IndexTemplate;
      differences?: Difference[];
    }
  | { kind: 'create-index'; index: string; alias: string }
  | {
      kind: 'adopt-indices';
      alias: string;
      indices: string[];
      writeIndex: string;
    }
  | { kind: 'roll-over'; alias: string; from: string; reasons: string[] };

/** What is to be done, or why nothing may be done. */
export interface Plan {
  steps: Step[];
  /** While there is one, nothing is changed. */
  obstacles: Obstacle[];
  /** Things that are not right, and that this command leaves alone. */
  warnings: string[];
}

/** What the person allows besides the usual. */
export interface PlanOptions {
  /** Whether indices of the series that are not behind the alias may be put there. */
  adopt: boolean;
}

// Added by the server to what it was given, by version differently.
const POLICY_DEFAULTS = {
  min_age: '0ms',
  delete_searchable_snapshot: true,
  allow_write_after_shrink: false,
};
const TEMPLATE_DEFAULTS = { composed_of: [] };

/** Compares what is with what is to be. Pure: the same two always give the same plan. */
export function plan(
  desired: Desired,
  observed: Observed,
  options: PlanOptions = { adopt: false },
): Plan {
  const indices = planIndices(desired, observed, options);
  return {
    steps: [
      ...policySteps(desired, observed),
      ...templateSteps(desired, observed),
      ...indices.steps,
    ],
    obstacles: [...findObstacles(desired, observed), ...indices.obstacles],
    warnings: indices.warnings,
  };
}

function policySteps({ policy }: Desired, observed: Observed): Step[] {
  if (!policy) {
    return [];
  }
  const found =
    observed.policy &&
    differences(observed.policy.phases, policy.policy.phases, POLICY_DEFAULTS);
  if (found?.length === 0) {
    return [];
  }
  return [{ kind: 'put-policy', ...policy, differences: found }];
}

function templateSteps(desired: Desired, observed: Observed): Step[] {
  return Object.entries(desired.templates).flatMap(([name, template]) => {
    const is = observed.templates[name];
    const found = is && differences(is, template, TEMPLATE_DEFAULTS);
    if (found?.length === 0) {
      return [];
    }
    return [{ kind: 'put-template', name, template, differences: found }];
  });
}
