import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_SENDS_TO,
  Check,
  DoctorFinding,
  EntityHealth,
  stageNames,
} from '@gomon/plugin-gomon-common';
import { Component, Topology } from '@gomon/plugin-gomon-node';

/** Stages that are commonly the last of their pipeline, or of none. */
const LAST_STAGES = ['dashboard', 'log-ui', 'database', 'gitops', 'ingress'];

/** What is missing for full health. Says what to add, line by line. */
export function examine(
  topology: Topology,
  healths: ReadonlyMap<string, EntityHealth>,
): DoctorFinding[] {
  return topology.components.flatMap(component => [
    ...annotations(component, topology),
    ...(healths.get(component.entityRef)?.checks ?? []).flatMap(check =>
      fromCheck(component, check),
    ),
  ]);
}

function fromCheck(component: Component, check: Check): DoctorFinding[] {
  const { entityRef, title } = component;
  if (check.status === 'not-configured') {
    return [
      {
        kind: 'configuration-missing',
        entityRef,
        title: `${title} is not set up`,
        sentence: check.sentence,
        action: check.action ?? { text: 'Configure it in the backend.' },
      },
    ];
  }
  if (check.status === 'unauthorised') {
    return [
      {
        kind: 'permission-missing',
        entityRef,
        title: `${title} refuses gomon`,
        sentence: check.sentence,
        action: check.action ?? {
          text: 'Give the user of gomon the right to read, or correct its credential in the configuration.',
        },
      },
    ];
  }
  return [];
}

function annotations(
  component: Component,
  topology: Topology,
): DoctorFinding[] {
  const { entityRef, entity, stage, title } = component;
  const found: DoctorFinding[] = [];
  const add = (
    kind: string,
    heading: string,
    sentence: string,
    lines: string,
  ) =>
    found.push({
      kind,
      entityRef,
      title: heading,
      sentence,
      action: {
        text: 'Add to the entity in the catalog',
        configuration: `metadata:\n  annotations:\n    ${lines}`,
      },
    });
  const sendsTo = entity.metadata.annotations?.[ANNOTATION_SENDS_TO];
  const known = new Set(topology.components.map(other => other.entityRef));
  for (const target of (sendsTo ?? '').split(',').map(part => part.trim())) {
    if (target !== '' && !known.has(refOf(target, component))) {
      add(
        'flow-broken',
        `${title} sends to nobody`,
        `The annotation gomon.io/sends-to of ${title} names ${target}, which is no component of gomon: the flow is missing on the map, and causes are not found along it.`,
        'gomon.io/sends-to: resource:default/NAME',
      );
    }
  }
  if (!sendsTo && !LAST_STAGES.includes(stage)) {
    add(
      'flow-missing',
      `${title} has no flow`,
      `${title} does not say where its data goes: it stands alone on the map, and causes are not found along it.`,
      'gomon.io/sends-to: resource:default/NAME',
    );
  }
  if (!(stageNames as readonly string[]).includes(stage)) {
    add(
      'stage-unknown',
      `${title} has a stage of its own`,
      `"${stage}" is no stage that gomon knows: ${title} is watched only if an installed module does.`,
      `gomon.io/stage: ${stageNames.join(' | ')}`,
    );
  }
  if (
    !entity.metadata.annotations?.['backstage.io/kubernetes-id'] &&
    !isOutside(stage)
  ) {
    add(
      'runbook-missing',
      `${title} has no commands`,
      `Without its Kubernetes name gomon cannot fill in the operational commands of ${title}.`,
      'backstage.io/kubernetes-id: NAME\n    backstage.io/kubernetes-namespace: NAMESPACE',
    );
  }
  return found;
}

/** Runs outside of the cluster, or is not one workload. */
function isOutside(stage: string): boolean {
  return ['search', 'gitops', 'ingress'].includes(stage);
}

function refOf(target: string, { entity }: Component): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(target, {
        defaultKind: 'component',
        defaultNamespace: entity.metadata.namespace ?? 'default',
      }),
    );
  } catch {
    return target;
  }
}
