import { Pipeline } from '@gomon/plugin-gomon-common';

/** Every entity that a pipeline speaks of. */
export function refsOf({ stages, causes }: Pipeline): string[] {
  return [...stages, ...causes].map(({ entityRef }) => entityRef);
}

/** A pipeline without the components that a caller may not read in the catalog. Its status stays true. */
export function onlyReadable(
  pipeline: Pipeline,
  readable: ReadonlySet<string>,
): Pipeline {
  if (refsOf(pipeline).every(ref => readable.has(ref))) return pipeline;
  const causes = pipeline.causes.filter(({ entityRef }) =>
    readable.has(entityRef),
  );
  const isHidden = causes.length < pipeline.causes.length;
  return {
    ...pipeline,
    cause: causes[0],
    // Sentences name components: of one that is hidden, and of those it affects, only the status is told.
    causes: causes.map(cause => ({ ...cause, meaning: undefined })),
    sentence: isHidden
      ? `${pipeline.title} is ${pipeline.status}; the cause is a component that you may not see.`
      : pipeline.sentence,
    stages: pipeline.stages
      .filter(({ entityRef }) => readable.has(entityRef))
      .map(stage =>
        stage.role === 'affected' ? { ...stage, note: undefined } : stage,
      ),
    edges: pipeline.edges.filter(
      ({ from, to }) => readable.has(from) && readable.has(to),
    ),
  };
}
