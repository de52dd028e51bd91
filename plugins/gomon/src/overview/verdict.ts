import { Cause, compareWorstFirst, Pipeline } from '@gomon/plugin-gomon-common';

/** The one thing to say about all pipelines together. */
export type Verdict =
  /** Something fails, and this is why. Worst first, at least one. */
  | { kind: 'broken'; causes: [Cause, ...Cause[]] }
  /** With the titles of pipelines, and of stages of healthy ones, that nobody has told gomon of: it does not speak of them. */
  | { kind: 'healthy'; healthy: Pipeline[]; notSetUp: string[] }
  /** Not healthy, and no cause: gomon could not look. */
  | { kind: 'blind'; blind: Pipeline[]; notSetUp: Pipeline[] }
  | { kind: 'not-set-up' }
  /** The engine has not finished its first look. */
  | { kind: 'looking' };

const isSetUp = (pipeline: Pipeline) => pipeline.status !== 'not-configured';

/** A cause may stand in several pipelines; it is said once. */
function distinctCauses(pipelines: Pipeline[]): Cause[] {
  const byRef = new Map<string, Cause>();
  for (const cause of pipelines.flatMap(pipeline => pipeline.causes)) {
    if (!byRef.has(cause.entityRef)) byRef.set(cause.entityRef, cause);
  }
  return [...byRef.values()].sort((a, b) =>
    compareWorstFirst(a.status, b.status),
  );
}

/** A stage may stand in several pipelines; it is named once. */
function stagesNotSetUp(pipelines: Pipeline[]): string[] {
  const titles = pipelines
    .flatMap(({ stages }) => stages)
    .filter(({ status }) => status === 'not-configured')
    .map(({ title }) => title);
  return [...new Set(titles)];
}

export function toVerdict(pipelines: Pipeline[]): Verdict {
  const [first, ...others] = distinctCauses(pipelines);
  if (first) {
    return { kind: 'broken', causes: [first, ...others] };
  }
  if (pipelines.every(pipeline => !pipeline.observedAt)) {
    return { kind: 'looking' };
  }
  const setUp = pipelines.filter(isSetUp);
  const notSetUp = pipelines.filter(pipeline => !isSetUp(pipeline));
  if (setUp.length === 0) return { kind: 'not-set-up' };
  const blind = setUp.filter(pipeline => pipeline.status !== 'ok');
  if (blind.length > 0) return { kind: 'blind', blind, notSetUp };
  return {
    kind: 'healthy',
    healthy: setUp,
    notSetUp: [...stagesNotSetUp(setUp), ...notSetUp.map(({ title }) => title)],
  };
}
