import { Figure, PipelineEdge, Unit } from '@gomon/plugin-gomon-common';
import { Component } from '@gomon/plugin-gomon-node';
import type { Diagnosis } from './pipelines';
import { byCodeUnits } from '../words/byCodeUnits';

interface Headline {
  id: string;
  label: string;
  unit: Unit;
  /** Where it is read: figures of this id on flows out of this stage, or of components of this stage. */
  figure: string;
  flowFrom?: string;
  component?: string;
  combine: (values: number[]) => number;
}

const sum = (values: number[]) =>
  values.reduce((total, value) => total + value, 0);
const max = (values: number[]) => Math.max(...values);
const min = (values: number[]) => Math.min(...values);

/** Figures of a pipeline as a whole. One that nobody observed is absent, never zero. */
const headlines: readonly Headline[] = [
  {
    id: 'produced',
    label: 'produced',
    unit: 'messages/s',
    figure: 'messages',
    flowFrom: 'agent',
    combine: sum,
  },
  {
    id: 'stored',
    label: 'stored',
    unit: 'samples/s',
    figure: 'samples',
    flowFrom: 'aggregator',
    combine: sum,
  },
  {
    id: 'lost',
    label: 'lost',
    unit: 'messages',
    figure: 'lost',
    component: 'agent',
    combine: sum,
  },
  {
    id: 'oldest-waiting',
    label: 'oldest waiting',
    unit: 'seconds',
    figure: 'behind',
    flowFrom: 'broker',
    combine: max,
  },
  {
    id: 'hosts-reporting',
    label: 'hosts reporting',
    unit: 'count',
    figure: 'hosts-reporting',
    component: 'agent',
    combine: sum,
  },
  {
    id: 'hosts',
    label: 'hosts',
    unit: 'count',
    figure: 'hosts',
    component: 'agent',
    combine: sum,
  },
  {
    id: 'newest-sample-age',
    label: 'age of newest sample',
    unit: 'seconds',
    figure: 'newest-sample-age',
    component: 'tsdb',
    combine: min,
  },
  {
    id: 'lines-written',
    label: 'written',
    unit: 'lines/s',
    figure: 'lines',
    flowFrom: 'aggregator',
    combine: sum,
  },
  {
    id: 'documents-stored',
    label: 'stored',
    unit: 'documents/s',
    figure: 'documents-per-second',
    component: 'search',
    combine: sum,
  },
  {
    id: 'missing-bytes',
    label: 'missing',
    unit: 'bytes',
    figure: 'missing-bytes',
    component: 'search',
    combine: sum,
  },
  {
    id: 'newest-document-age',
    label: 'newest line',
    unit: 'seconds',
    figure: 'newest-document-age',
    component: 'search',
    combine: min,
  },
];

/** Collects the headline figures from components and edges. */
export function pipelineFigures(
  shown: readonly Component[],
  edges: readonly PipelineEdge[],
  { states }: Diagnosis,
): Figure[] {
  const stageOf = new Map(
    shown.map(({ entityRef, stage }) => [entityRef, stage]),
  );
  return headlines.flatMap(
    ({ id, label, unit, figure, flowFrom, component, combine }) => {
      const places: Figure[][] = flowFrom
        ? edges
            .filter(({ from }) => stageOf.get(from) === flowFrom)
            .map(edge => edge.figures)
        : shown
            .filter(({ stage }) => stage === component)
            .map(({ entityRef }) => states.get(entityRef)!.health.figures);
      const found = places.flat().filter(candidate => candidate.id === figure);
      if (found.length === 0) return [];
      const observedAt = found
        .map(({ observedAt: at }) => at)
        .sort(byCodeUnits)[0];
      return [
        {
          id,
          label,
          unit,
          value: combine(found.map(({ value }) => value)),
          observedAt,
        },
      ];
    },
  );
}
