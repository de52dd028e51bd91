import {
  Entity,
  RELATION_DEPENDS_ON,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_ENVIRONMENT,
  ANNOTATION_SENDS_TO,
  ANNOTATION_STAGE,
} from '@gomon/plugin-gomon-common';
import { Component, Flow, Topology } from '@gomon/plugin-gomon-node';

/** Makes components and flows of catalog entities. Entities without a stage, and flows to such, are left out. */
export function toTopology(
  entities: readonly Entity[],
  defaultEnvironment: string,
): Topology {
  const components = entities
    .filter(entity => annotation(entity, ANNOTATION_STAGE))
    .map(entity => toComponent(entity, defaultEnvironment))
    .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
  const known = new Set(components.map(({ entityRef }) => entityRef));
  const flows = components.flatMap(component =>
    flowsOf(component).filter(({ to }) => known.has(to)),
  );
  const dependencies = components.flatMap(({ entityRef, entity }) =>
    (entity.relations ?? [])
      .filter(({ type }) => type === RELATION_DEPENDS_ON)
      .map(({ targetRef }) => ({ from: entityRef, to: targetRef }))
      .filter(({ to }) => known.has(to)),
  );
  return { components, flows, dependencies };
}

function toComponent(entity: Entity, defaultEnvironment: string): Component {
  return {
    entityRef: stringifyEntityRef(entity),
    title: entity.metadata.title ?? entity.metadata.name,
    stage: annotation(entity, ANNOTATION_STAGE)!,
    environment:
      annotation(entity, ANNOTATION_ENVIRONMENT) ?? defaultEnvironment,
    entity,
  };
}

function flowsOf({ entityRef, entity }: Component): Flow[] {
  const targets = (annotation(entity, ANNOTATION_SENDS_TO) ?? '').split(',');
  return targets.flatMap(target => {
    try {
      const to = parseEntityRef(target.trim(), {
        defaultKind: 'component',
        defaultNamespace: entity.metadata.namespace ?? 'default',
      });
      return [{ from: entityRef, to: stringifyEntityRef(to) }];
    } catch {
      return []; // An annotation that is no reference makes no flow; the doctor names it.
    }
  });
}

function annotation(entity: Entity, name: string): string | undefined {
  return entity.metadata.annotations?.[name]?.trim() || undefined;
}
