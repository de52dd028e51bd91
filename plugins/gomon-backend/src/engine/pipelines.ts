import {
  Cause,
  compareWorstFirst,
  Figure,
  Pipeline,
  PipelineEdge,
  PipelineStage,
  rollUp,
  Status,
} from '@gomon/plugin-gomon-common';
import { Component, Topology } from '@gomon/plugin-gomon-node';
import { toCause } from './cause';
import { noteFor } from './note';
import { pipelineFigures } from './pipelineFigures';
import { pipelineSentence } from './pipelineSentence';
import { Members, membersOf, pipelineShapes } from './pipelineShapes';
import { Explanation } from './rootCause';
import { ComponentState } from './state';

/** Everything that one cycle found out. */
export interface Diagnosis {
  topology: Topology;
  states: ReadonlyMap<string, ComponentState>;
  explanations: readonly Explanation[];
  flows: readonly PipelineEdge[];
  now: Date;
}

/** Draws every pipeline of an environment. */
export function pipelinesOf(
  diagnosis: Diagnosis,
  environment: string,
  sinceOf: (name: string, status: Status) => string,
): Pipeline[] {
  return pipelineShapes.map(shape => {
    const members = membersOf(shape, diagnosis.topology, environment);
    const shown = [...members.source, ...members.own];
    const status = statusOf(members, diagnosis);
    const edges = edgesOf(shown, diagnosis);
    const figures = pipelineFigures(shown, edges, diagnosis);
    const causes = causesOf(shown, members, diagnosis);
    const pipeline: Pipeline = {
      name: shape.name,
      title: shape.title,
      environment,
      status,
      since: sinceOf(shape.name, status),
      cause: causes[0],
      causes,
      stages: shown.map(component => stageOf(component, diagnosis)),
      edges,
      figures,
      observedAt: diagnosis.now.toISOString(),
    };
    return { ...pipeline, sentence: pipelineSentence(pipeline) };
  });
}

function healthOf(component: Component, { states }: Diagnosis) {
  return states.get(component.entityRef)!.health;
}

function statusOf({ source, own }: Members, diagnosis: Diagnosis): Status {
  const statuses = own.map(component => healthOf(component, diagnosis).status);
  const isSetUp = statuses.some(status => status !== 'not-configured');
  if (!isSetUp) return 'not-configured';
  return rollUp([
    ...statuses,
    ...source.map(component => healthOf(component, diagnosis).status),
  ]);
}

function causesOf(
  shown: Component[],
  { own }: Members,
  diagnosis: Diagnosis,
): Cause[] {
  const isSetUp = own.some(
    component => healthOf(component, diagnosis).status !== 'not-configured',
  );
  if (!isSetUp) return [];
  // A stage may fail because of a component of another pipeline.
  const refs = new Set(
    shown.flatMap(component => {
      const { entityRef, role, affectedBy } = healthOf(component, diagnosis);
      return role === 'cause' ? [entityRef, ...affectedBy] : affectedBy;
    }),
  );
  return diagnosis.topology.components
    .filter(({ entityRef }) => refs.has(entityRef))
    .filter(component => healthOf(component, diagnosis).role === 'cause')
    .map(component => toCause(component, diagnosis))
    .sort((a, b) => compareWorstFirst(a.status, b.status));
}

function stageOf(component: Component, diagnosis: Diagnosis): PipelineStage {
  const health = healthOf(component, diagnosis);
  return {
    entityRef: component.entityRef,
    title: component.title,
    stage: component.stage,
    status: health.status,
    since: health.since,
    role: health.role ?? 'none',
    note: noteFor(component, diagnosis),
    // Of a stage that could not be looked at there is left what nobody asked for.
    figure: health.status === 'unknown' ? undefined : health.figures[0],
    observedAt: health.observedAt,
  };
}

function edgesOf(
  shown: Component[],
  { topology, flows }: Diagnosis,
): PipelineEdge[] {
  const refs = new Set(shown.map(({ entityRef }) => entityRef));
  return topology.flows
    .filter(({ from, to }) => refs.has(from) && refs.has(to))
    .map(({ from, to }) => {
      const reports = flows.filter(
        flow => flow.from === from && flow.to === to,
      );
      return {
        from,
        to,
        figures: distinct(reports.flatMap(({ figures }) => figures)),
        flowing: reports.find(({ flowing }) => flowing !== undefined)?.flowing,
      };
    });
}

/** Of figures that several probes report, the first. */
function distinct(figures: Figure[]): Figure[] {
  return figures.filter(
    ({ id }, index) => figures.findIndex(other => other.id === id) === index,
  );
}
