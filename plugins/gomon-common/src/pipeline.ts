import { Action } from './check';
import { Figure } from './figure';
import { Status } from './status';

/**
 * The pipelines of the platform.
 *
 * @public
 */
export type PipelineName = 'metrics' | 'logs' | 'code-quality';

/**
 * All pipelines, in the order in which they are shown.
 *
 * @public
 */
export const pipelineNames: readonly PipelineName[] = [
  'metrics',
  'logs',
  'code-quality',
];

/**
 * A component that is the reason for what fails in a pipeline.
 *
 * @public
 */
export interface Cause {
  entityRef: string;
  title: string;
  status: Status;
  /** What failed and why, with the evidence. */
  sentence: string;
  /** What it means: lost or safe, and who is affected. */
  meaning?: string;
  action?: Action;
  /** ISO 8601: since when. */
  since: string;
}

/**
 * What part a stage has in a failure: `cause`, `affected` by one, or `none`.
 *
 * @public
 */
export type StageRole = 'cause' | 'affected' | 'none';

/**
 * A component in its place in a pipeline.
 *
 * @public
 */
export interface PipelineStage {
  entityRef: string;
  title: string;
  /** Value of the annotation `gomon.io/stage`. */
  stage: string;
  status: Status;
  /** ISO 8601: since when the status holds. */
  since?: string;
  role: StageRole;
  /** For an affected stage, in words: `blocked by VictoriaMetrics`. Otherwise its worst check. */
  note?: string;
  /** Set while maintenance, an acknowledgement or a mute keeps it from notifying anybody. */
  silenced?: boolean;
  /** The one most telling figure. */
  figure?: Figure;
  /** ISO 8601: age of the newest look. */
  observedAt?: string;
}

/**
 * What flows from one stage to the next.
 *
 * @public
 */
export interface PipelineEdge {
  from: string;
  to: string;
  figures: Figure[];
  /** Undefined where gomon cannot tell. */
  flowing?: boolean;
}

/**
 * One pipeline, rolled up from its stages.
 *
 * @public
 */
export interface Pipeline {
  name: PipelineName;
  title: string;
  /** Environment the pipeline belongs to: `default` unless several are configured. */
  environment?: string;
  status: Status;
  /** How the pipeline is doing, in words: the cause, the proof that all is well, or what is not set up. */
  sentence?: string;
  /** ISO 8601: since when the status holds. */
  since?: string;
  /** The first of `causes`. */
  cause?: Cause;
  /** Every component with a failure of its own, worst first. */
  causes: Cause[];
  stages: PipelineStage[];
  edges: PipelineEdge[];
  /** Figures of the pipeline as a whole: produced, stored, lost, oldest waiting, hosts. */
  figures: Figure[];
  /** ISO 8601: when the engine last finished a cycle; undefined before the first. */
  observedAt?: string;
}
