import { Component, Topology } from '@gomon/plugin-gomon-node';
import { Neighbourhood } from '../engine/neighbourhood';

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

/** The components of a stage from which data comes to a component, over any number of stages. */
export function upstream(
  { entityRef }: Pick<Component, 'entityRef'>,
  stage: string,
  topology: Topology,
): Component[] {
  const neighbours = Neighbourhood.ofFlows(topology.flows);
  return topology.components.filter(
    other =>
      other.stage === stage &&
      neighbours.isUpstream(other.entityRef, entityRef),
  );
}
