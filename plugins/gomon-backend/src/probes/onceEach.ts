import { nextTurn } from '../engine/slices';

/**
 * Looks at each instance once in a cycle, however many components of the catalog it is: the nodes of one cluster, or the
 * sites that share a database.
 */
export function onceEach<Instance, Answer>(
  look: (instance: Instance) => Promise<Answer>,
): (instance: Instance) => Promise<Answer> {
  const looks = new Map<Instance, Promise<Answer>>();
  return async instance => {
    const known = looks.get(instance) ?? look(instance);
    looks.set(instance, known);
    try {
      return await known;
    } finally {
      // All components of the instance go on with one answer: one after another.
      await nextTurn();
    }
  };
}
