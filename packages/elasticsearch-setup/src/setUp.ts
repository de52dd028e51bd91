import type { Client } from '@elastic/elasticsearch';
import { apply } from './apply';
import { describePlan, describeStep } from './describe';
import { Desired } from './desired/desired';
import { observe } from './observed/observe';
import { Plan, plan, PlanOptions } from './plan/plan';

/** How the command is run. */
export interface SetUpOptions extends PlanOptions {
  /** Shows the plan and changes nothing. */
  planOnly: boolean;
  say(line: string): void;
}

/**
 * Looks, plans, shows the plan, and carries it out step by step. Steps are few: what an adoption brings to light (an index of
 * old fields, say) is planned anew, so that one run ends in the state that is to be.
 *
 * @returns the plan that was found first
 */
export async function setUp(
  client: Client,
  desired: Desired,
  options: SetUpOptions,
): Promise<Plan> {
  const first = plan(desired, await observe(client, desired), options);
  options.say(describePlan(first));
  let next = first;
  while (!options.planOnly && isOpen(next)) {
    for (const step of next.steps) {
      await apply(client, step);
    }
    const done = next;
    next = plan(desired, await observe(client, desired), options);
    if (same(done, next)) {
      throw new Error(
        `the cluster did not keep what it was told: ${next.steps
          .map(describeStep)
          .join('; ')}`,
      );
    }
    if (isOpen(next)) {
      options.say(describePlan(next));
    }
  }
  return first;
}

function isOpen({ obstacles, steps }: Plan): boolean {
  return obstacles.length === 0 && steps.length > 0;
}

function same(a: Plan, b: Plan): boolean {
  return JSON.stringify(a.steps) === JSON.stringify(b.steps);
}
