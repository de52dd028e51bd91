import { PipelineName, StageName } from '@gomon/plugin-gomon-common';
import { Component, Topology } from '@gomon/plugin-gomon-node';

interface Shape {
  name: PipelineName;
  title: string;
  /** Stages that make the pipeline, in the order of the data. */
  stages: readonly StageName[];
  /** Stage of another pipeline whose data this one carries on. Shown first; it does not make the pipeline exist. */
  source?: StageName;
}

/** The three pipelines of the platform. */
export const pipelineShapes: readonly Shape[] = [
  {
    name: 'metrics',
    title: 'Metrics',
    stages: ['agent', 'broker', 'aggregator', 'tsdb', 'dashboard'],
  },
  {
    name: 'logs',
    title: 'Logs',
    stages: ['log-shipper', 'log-processor', 'search', 'log-ui'],
    source: 'aggregator',
  },
  {
    name: 'code-quality',
    title: 'Code quality',
    stages: ['code-quality', 'database'],
  },
];

/** Components of one pipeline in one environment. */
export interface Members {
  source: Component[];
  own: Component[];
}

/**
 * Who belongs to a pipeline: the components of its stages, and those of stages that no pipeline knows, where the flow of data
 * connects them. In the order of the data.
 */
export function membersOf(
  shape: Shape,
  { components, flows }: Topology,
  environment: string,
): Members {
  const here = components.filter(
    component => component.environment === environment,
  );
  const known = new Set<string>(pipelineShapes.flatMap(({ stages }) => stages));
  const own = here.filter(({ stage }) =>
    shape.stages.some(name => name === stage),
  );
  const guests = here.filter(({ stage }) => !known.has(stage));
  for (let grew = true; grew; ) {
    const refs = new Set(own.map(({ entityRef }) => entityRef));
    const joining = guests.filter(
      ({ entityRef }) =>
        !refs.has(entityRef) &&
        flows.some(
          ({ from, to }) =>
            (from === entityRef && refs.has(to)) ||
            (to === entityRef && refs.has(from)),
        ),
    );
    own.push(...joining);
    grew = joining.length > 0;
  }
  const refs = new Set(own.map(({ entityRef }) => entityRef));
  const source = here.filter(
    ({ stage, entityRef }) =>
      stage === shape.source &&
      flows.some(({ from, to }) => from === entityRef && refs.has(to)),
  );
  return { source, own: inOrderOfData(own, flows, shape.stages) };
}

function inOrderOfData(
  members: Component[],
  flows: Topology['flows'],
  stages: readonly string[],
): Component[] {
  const depths = new Map<string, number>();
  const refs = new Set(members.map(({ entityRef }) => entityRef));
  const depth = (ref: string, visiting: readonly string[]): number => {
    const known = depths.get(ref);
    if (known !== undefined) return known;
    if (visiting.includes(ref)) return 0; // A circle of flows has no first.
    const before = flows.filter(({ from, to }) => to === ref && refs.has(from));
    const value = Math.max(
      0,
      ...before.map(({ from }) => 1 + depth(from, [...visiting, ref])),
    );
    depths.set(ref, value);
    return value;
  };
  // Where flows leave the order open, the usual order of the stages decides.
  const rank = ({ entityRef, stage }: Component) =>
    Math.max(depth(entityRef, []), stages.indexOf(stage));
  return [...members].sort(
    (a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title),
  );
}
