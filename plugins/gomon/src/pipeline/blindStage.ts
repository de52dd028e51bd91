import { Pipeline, PipelineStage } from '@gomon/plugin-gomon-common';

/** The stage of a name that could not be looked at, and says why: what it tells is neither zero nor fine. */
export function blindStage(
  { stages }: Pipeline,
  name: string,
): (PipelineStage & { note: string }) | undefined {
  return stages.find(
    (stage): stage is PipelineStage & { note: string } =>
      stage.stage === name &&
      (stage.status === 'unknown' || stage.status === 'unauthorised') &&
      stage.note !== undefined,
  );
}
