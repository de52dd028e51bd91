import type { Desired } from '../desired/desired';
import type { SonarqubeClient } from '../server/SonarqubeClient';
import { apply } from './apply';
import { describePlan, describeStep } from './describe';
import { observe } from './observe';
import { plan, type Step } from './plan';

/** How it is run. */
export interface SetUpOptions {
  /** Shows the plan and changes nothing. */
  planOnly: boolean;
  say(line: string): void;
}

/**
 * Looks, plans, shows the plan and carries it out. A new gate brings conditions of the server's own along, so it is looked
 * at again until there is nothing left to do.
 *
 * @returns the plan that was found first
 */
export async function setUp(
  client: SonarqubeClient,
  desired: Desired,
  { planOnly, say }: SetUpOptions,
): Promise<Step[]> {
  const look = async () => plan(desired, await observe(client, desired));
  const first = await look();
  say(describePlan(first));
  let steps = first;
  while (!planOnly && steps.length > 0) {
    for (const step of steps) {
      await apply(client, step);
    }
    const done = steps;
    steps = await look();
    if (JSON.stringify(steps) === JSON.stringify(done)) {
      throw new Error(
        `the server did not keep what it was told: ${steps
          .map(describeStep)
          .join('; ')}`,
      );
    }
    if (steps.length > 0) say(describePlan(steps));
  }
  return first;
}
