import { Unit } from './figure';

/**
 * What a quality gate says of a project's last analysis. `none`: it was never analysed, or the gate has no condition.
 *
 * @public
 */
export type GateVerdict = 'passed' | 'failed' | 'none';

/**
 * One condition of a quality gate, as the server judged it.
 *
 * @public
 */
export interface GateCondition {
  /** Key of the metric, such as `new_coverage`. */
  metric: string;
  /** What a person reads, such as `Coverage on new code`. */
  title: string;
  passed: boolean;
  /** Undefined where the analysis has no such figure, as a first one has none of new code. */
  actual?: number;
  /** The limit that `actual` is held against, in the same unit. */
  required: number;
  comparison: 'at-least' | 'at-most';
  unit: Unit;
  /** What is, what is needed, and what it takes to get there. */
  sentence: string;
}

/**
 * One figure of all code, not of new code alone.
 *
 * @public
 */
export interface QualityMeasure {
  metric: string;
  title: string;
  value: number;
  unit: Unit;
  /** Of a rating: its letter, A best. */
  rating?: string;
  /** Oldest first: the same figure at earlier analyses. */
  trend: { at: string; value: number }[];
}

/**
 * Whether a project could be read.
 *
 * @public
 */
export type ProjectQualityStatus =
  | 'read'
  | 'not-analysed'
  | 'not-found'
  | 'not-configured'
  | 'unauthorised'
  | 'unreachable';

/**
 * A project of SonarQube and the verdict on it.
 *
 * @public
 */
export interface ProjectQuality {
  /** As the annotation names it: `key` or `instance/key`. */
  asked: string;
  status: ProjectQualityStatus;
  /** Why it could not be read. */
  reason?: string;
  /** Configuration to add, YAML, where no such server is set up. */
  configuration?: string;
  verdict: GateVerdict;
  /** Name of the gate. */
  gate?: string;
  /** Those that fail first. */
  conditions: GateCondition[];
  /** Set where the server left conditions out, since there are fewer than 20 new lines. */
  fewNewLines?: boolean;
  measures: QualityMeasure[];
  /** ISO 8601: when it was analysed last. */
  analysedAt?: string;
  /** SonarQube's page of it. */
  url?: string;
}

/**
 * The code quality of one catalog entity: one entry a project that it names.
 *
 * @public
 */
export interface EntityQuality {
  entityRef: string;
  /** `pending` until gomon has looked for the first time. */
  status: 'read' | 'pending';
  projects: ProjectQuality[];
  /** ISO 8601. */
  observedAt?: string;
}
