import { ANNOTATION_INSTANCE } from '@gomon/plugin-gomon-common';
import { Component } from '@gomon/plugin-gomon-node';

interface Instance {
  name: string;
  environment?: string;
}

/**
 * Which configured instance of a system a component is: the one that its annotation `gomon.io/instance` names, or the one
 * of its environment, or the only one that belongs to no environment in particular.
 */
export function selectInstance<T extends Instance>(
  instances: readonly T[],
  component: Component,
): T | undefined {
  const named = component.entity.metadata.annotations?.[ANNOTATION_INSTANCE];
  if (named) return instances.find(({ name }) => name === named);
  const own = instances.filter(
    ({ environment }) => environment === component.environment,
  );
  if (own.length > 0) return own[0];
  const shared = instances.filter(({ environment }) => !environment);
  return shared.length === 1 ? shared[0] : undefined;
}
