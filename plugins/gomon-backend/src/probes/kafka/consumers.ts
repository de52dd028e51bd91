import { ANNOTATION_KAFKA_CONSUMER_GROUPS } from '@gomon/plugin-gomon-common';
import { Component, Topology } from '@gomon/plugin-gomon-node';

/** A component that reads from a cluster, and the group it reads with. */
export interface Consumer {
  component: Component;
  groupId: string;
}

/**
 * Who reads from a broker: the components that it sends to. The group stands in the annotation of the community Kafka plugin
 * (`cluster/group`, the cluster being the configured instance); without one it is the instance's.
 */
export function consumersOf(
  { entityRef }: Component,
  instance: { name: string; groupId: string },
  { components, flows }: Topology,
): Consumer[] {
  const targets = new Set(
    flows.filter(({ from }) => from === entityRef).map(({ to }) => to),
  );
  return components
    .filter(component => targets.has(component.entityRef))
    .map(component => ({
      component,
      groupId: groupIn(component, instance.name) ?? instance.groupId,
    }));
}

function groupIn({ entity }: Component, cluster: string): string | undefined {
  const list =
    entity.metadata.annotations?.[ANNOTATION_KAFKA_CONSUMER_GROUPS] ?? '';
  return list
    .split(',')
    .map(entry => entry.trim().split('/'))
    .find(([name]) => name === cluster)?.[1];
}
