import { describeKibana } from './describeKibana';
import { KibanaClient } from './KibanaClient';
import { SavedObject } from './objects/savedObject';
import { KibanaPlan, planKibana } from './planKibana';

/** How it is run. */
export interface SetUpKibanaOptions {
  /** Shows the plan and changes nothing. */
  planOnly: boolean;
  say(line: string): void;
}

/**
 * Looks, shows what it is going to change, imports only what differs, and looks again.
 *
 * @returns the plan that was found first
 * @throws Error when an object was not taken, or not kept as it was given
 */
export async function setUpKibana(
  client: KibanaClient,
  objects: readonly SavedObject[],
  { planOnly, say }: SetUpKibanaOptions,
): Promise<KibanaPlan> {
  const first = planKibana(objects, await observe(client, objects));
  say(describeKibana(first));
  if (planOnly || first.obstacles.length > 0 || first.steps.length === 0) {
    return first;
  }
  const errors = await client.replace(first.steps.map(({ object }) => object));
  if (errors.length > 0) {
    const reasons = errors.map(
      ({ error, id, type }) =>
        `${type} ${id}: ${error.type}${(error.references ?? [])
          .map(reference => ` ${reference.type} ${reference.id}`)
          .join()}`,
    );
    throw new Error(`Kibana did not take ${reasons.join('; ')}`);
  }
  const { steps } = planKibana(objects, await observe(client, objects));
  if (steps.length > 0) {
    const names = steps.map(
      ({ differs = ['it is missing'], object }) =>
        `${object.type} ${object.id} (${differs.join(', ')})`,
    );
    throw new Error(`Kibana did not keep what it was given: ${names.join()}`);
  }
  return first;
}

async function observe(client: KibanaClient, objects: readonly SavedObject[]) {
  const version = await client.version();
  return {
    version,
    objects: await client.find(objects),
    dataViews: await client.dataViews(),
  };
}
