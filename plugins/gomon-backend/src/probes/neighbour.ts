import { Component, Topology } from '@gomon/plugin-gomon-node';

/** The first component of a stage that a component sends to or receives from. */
export function neighbour(
  { entityRef }: Pick<Component, 'entityRef'>,
  stage: string,
  { components, flows }: Topology,
): Component | undefined {
  return components.find(
    other =>
      other.stage === stage &&
      flows.some(
        ({ from, to }) =>
          (from === entityRef && to === other.entityRef) ||
          (to === entityRef && from === other.entityRef),
      ),
  );
}
