import { FigureReport, FlowReport, Topology } from '@gomon/plugin-gomon-node';

/** The same figure on all flows from or to a component whose other end is of a stage. */
export function flowsBetween(
  entityRef: string,
  direction: 'to' | 'from',
  stage: string,
  { components, flows }: Topology,
  figure: FigureReport,
): FlowReport[] {
  const others = new Set(
    components.filter(other => other.stage === stage).map(c => c.entityRef),
  );
  const [here, there] =
    direction === 'to' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  return flows
    .filter(flow => flow[here] === entityRef && others.has(flow[there]))
    .map(({ from, to }) => ({
      from,
      to,
      figures: [figure],
      flowing: figure.value > 0,
    }));
}
