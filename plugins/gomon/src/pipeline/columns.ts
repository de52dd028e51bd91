import {
  Pipeline,
  PipelineEdge,
  PipelineStage,
} from '@gomon/plugin-gomon-common';

/** An edge as it leaves a column. */
export interface OutgoingEdge {
  edge: PipelineEdge;
  to: PipelineStage;
}

/** Stages that stand side by side in the flow, and what they send on. */
export interface Column {
  stages: PipelineStage[];
  outgoing: OutgoingEdge[];
}

/**
 * Lays a pipeline out in the order of its flow: each stage right of all that send to it. Where the flow runs in a circle, the
 * stages of the circle are left in the order they came in.
 */
export function toColumns(pipeline: Pick<Pipeline, 'stages' | 'edges'>) {
  const byRef = new Map(pipeline.stages.map(stage => [stage.entityRef, stage]));
  const edges = pipeline.edges.filter(
    edge => byRef.has(edge.from) && byRef.has(edge.to),
  );
  const depths = new Map(pipeline.stages.map(stage => [stage.entityRef, 0]));
  // A path without a circle is shorter than the number of stages.
  for (let round = 1; round < pipeline.stages.length; round += 1) {
    for (const { from, to } of edges) {
      const depth = Math.min(depths.get(from)! + 1, pipeline.stages.length - 1);
      if (depth > depths.get(to)!) depths.set(to, depth);
    }
  }

  const columns = new Map<number, Column>();
  for (const stage of pipeline.stages) {
    const depth = depths.get(stage.entityRef)!;
    const column = columns.get(depth) ?? { stages: [], outgoing: [] };
    column.stages.push(stage);
    column.outgoing.push(
      ...edges
        .filter(edge => edge.from === stage.entityRef)
        .map(edge => ({ edge, to: byRef.get(edge.to)! })),
    );
    columns.set(depth, column);
  }
  return [...columns.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, column]) => column);
}
