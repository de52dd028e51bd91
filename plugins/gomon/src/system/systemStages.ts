import { Entity, RELATION_HAS_PART } from '@backstage/catalog-model';
import {
  compareWorstFirst,
  Pipeline,
  PipelineStage,
} from '@gomon/plugin-gomon-common';

/** The stages that are parts of a system, each once, worst first. */
export function systemStages(
  system: Entity,
  pipelines: readonly Pipeline[],
): PipelineStage[] {
  const parts = new Set(
    system.relations
      ?.filter(relation => relation.type === RELATION_HAS_PART)
      .map(relation => relation.targetRef),
  );
  const byRef = new Map<string, PipelineStage>();
  for (const stage of pipelines.flatMap(({ stages }) => stages)) {
    if (parts.has(stage.entityRef)) byRef.set(stage.entityRef, stage);
  }
  return [...byRef.values()].sort((a, b) =>
    compareWorstFirst(a.status, b.status),
  );
}
