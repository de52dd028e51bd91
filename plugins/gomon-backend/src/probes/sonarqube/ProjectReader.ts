import {
  GateVerdict,
  ProjectQuality,
  QualityMeasure,
} from '@gomon/plugin-gomon-common';
import { LookError } from '../LookError';
import { EFFORT_METRICS, toCondition } from './conditions';
import { ratingOf, titleOf, unitOf } from './metrics';
import { instanceOf, ProjectKey, setup, SonarqubeInstance } from './instances';
import {
  GateStatus,
  ProjectNotFound,
  SonarqubeClient,
} from './SonarqubeClient';

/** Figures of all code, in the order in which they are shown. */
const MEASURES = [
  'coverage',
  'duplicated_lines_density',
  'bugs',
  'vulnerabilities',
  'security_hotspots',
  'code_smells',
  'reliability_rating',
  'security_rating',
  'sqale_rating',
  'ncloc',
];

const nothing: Pick<ProjectQuality, 'verdict' | 'conditions' | 'measures'> = {
  verdict: 'none',
  conditions: [],
  measures: [],
};

const TREND_MS = 90 * 86_400_000;

const verdicts: Record<string, GateVerdict> = { OK: 'passed', ERROR: 'failed' };

/**
 * Reads projects. Date and verdict are asked each time; figures and trend, which cost the server more, when one of them is
 * another than before. (A verdict changes without an analysis when somebody resolves an issue.)
 */
export class ProjectReader {
  readonly #read = new Map<string, { seen: string; quality: ProjectQuality }>();

  constructor(
    private readonly instances: readonly SonarqubeInstance[],
    private readonly timeoutMs: number,
  ) {}

  clientOf(instance: SonarqubeInstance): SonarqubeClient {
    return new SonarqubeClient(instance, this.timeoutMs);
  }

  instanceOf(project: ProjectKey): SonarqubeInstance | undefined {
    return instanceOf(this.instances, project);
  }

  /** @throws LookError when the server does not answer, or refuses; ProjectNotFound when it has no such project */
  async read(
    project: ProjectKey,
    instance: SonarqubeInstance,
    now: Date,
    signal: AbortSignal,
  ): Promise<ProjectQuality> {
    const client = this.clientOf(instance);
    const { asked, key } = project;
    const [analysedAt, status] = await Promise.all([
      client.analysedAt(key, signal),
      client.gateStatus(key, signal),
    ]);
    const seen = JSON.stringify([analysedAt, status]);
    const known = this.#read.get(asked);
    if (known?.seen === seen) return known.quality;
    const url = `${instance.publicUrl}/dashboard?id=${encodeURIComponent(key)}`;
    const gate = await client.gate(key, signal);
    const quality: ProjectQuality = analysedAt
      ? {
          ...(await readAnalysis(client, key, status, now, signal)),
          asked,
          status: 'read',
          analysedAt,
          gate,
          url,
        }
      : { asked, ...nothing, status: 'not-analysed', gate, url };
    this.#read.set(asked, { seen, quality });
    return quality;
  }

  /** Like {@link read}, but what keeps it from reading is part of the answer. */
  async tryRead(
    project: ProjectKey,
    now: Date,
    signal: AbortSignal,
  ): Promise<ProjectQuality> {
    const { asked } = project;
    const instance = this.instanceOf(project);
    if (!instance) {
      return {
        asked,
        ...nothing,
        status: 'not-configured',
        configuration: setup,
      };
    }
    try {
      return await this.read(project, instance, now, signal);
    } catch (error) {
      if (error instanceof ProjectNotFound) {
        return { asked, ...nothing, status: 'not-found' };
      }
      const { reason, status } = LookError.from(error);
      const isRefused = status === 'unauthorised';
      return {
        asked,
        ...nothing,
        status: isRefused ? 'unauthorised' : 'unreachable',
        reason,
      };
    }
  }
}

async function readAnalysis(
  client: SonarqubeClient,
  key: string,
  gate: GateStatus,
  now: Date,
  signal: AbortSignal,
): Promise<
  Pick<ProjectQuality, 'verdict' | 'conditions' | 'fewNewLines' | 'measures'>
> {
  const from = new Date(now.getTime() - TREND_MS);
  const [measures, history] = await Promise.all([
    client.measures(key, [...MEASURES, ...EFFORT_METRICS], signal),
    client.history(key, MEASURES, from, signal),
  ]);
  const conditions = gate.conditions.map(own => toCondition(own, measures));
  return {
    verdict: verdicts[gate.status] ?? 'none',
    conditions: [
      ...conditions.filter(({ passed }) => !passed),
      ...conditions.filter(({ passed }) => passed),
    ],
    ...(gate.ignoredConditions && { fewNewLines: true }),
    measures: MEASURES.flatMap((metric): QualityMeasure[] => {
      const value = measures.get(metric);
      if (value === undefined) return [];
      return [
        {
          metric,
          title: titleOf(metric),
          value,
          unit: unitOf(metric),
          rating: ratingOf(metric, value),
          trend: history.get(metric) ?? [],
        },
      ];
    }),
  };
}
