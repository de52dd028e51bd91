import { Check, Figure, PipelineEdge } from '@gomon/plugin-gomon-common';
import {
  CheckReport,
  Component,
  FigureReport,
  HostReport,
  HostSupplement,
} from '@gomon/plugin-gomon-node';
import { ageInWords } from '../words/age';
import { Look } from './ProbeRunner';
import { ComponentState } from './state';
import { unwatched } from './unwatched';

/** What one cycle saw of a component, before hysteresis. */
export interface Observation {
  component: Component;
  checks: Check[];
  /** By probe. */
  figures: Record<string, Figure[]>;
}

/** What one cycle saw of everything. */
export interface Observed {
  components: Observation[];
  /** By probe. */
  flows: Record<string, PipelineEdge[]>;
  hosts: HostReport[];
}

/**
 * Joins the looks of all probes. After a failed look the last answer stands in, as `unknown` and with its age; after a
 * skipped one nothing changes.
 */
export function observe(
  components: readonly Component[],
  looks: readonly Look[],
  previous: ReadonlyMap<string, ComponentState>,
  now: Date,
): Observed {
  const at = now.toISOString();
  const observations = new Map<string, Observation>();
  for (const component of components) {
    const before = previous.get(component.entityRef);
    const observation: Observation = { component, checks: [], figures: {} };
    observations.set(component.entityRef, observation);
    for (const look of looks) {
      if (look.outcome !== 'report') standIn(observation, look, before, now);
      else if (answersFor(look, component)) {
        observation.checks.push(answered(look, at));
      }
    }
  }
  const observed: Observed = {
    components: [...observations.values()],
    flows: {},
    hosts: [],
  };
  for (const look of looks) {
    if (look.outcome !== 'report') continue;
    const { probe, report } = look;
    for (const { entityRef, checks = [], figures = [] } of report.components) {
      const observation = observations.get(entityRef);
      if (!observation) continue;
      observation.checks.push(...checks.map(check => dated(check, at)));
      observation.figures[probe.id] = figures.map(figure =>
        datedFigure(figure, at),
      );
    }
    observed.flows[probe.id] = (report.flows ?? []).map(flow => ({
      ...flow,
      figures: flow.figures.map(figure => datedFigure(figure, at)),
    }));
    observed.hosts.push(...(report.hosts ?? []));
  }
  observed.hosts = supplemented(
    observed.hosts,
    looks.flatMap(look =>
      look.outcome === 'report' ? look.report.hostSupplements ?? [] : [],
    ),
  );
  const watched = new Set(
    looks
      .filter(({ probe }) => !probe.supplementary)
      .flatMap(({ probe }) => probe.stages),
  );
  for (const observation of observed.components) {
    const { component } = observation;
    const checks = withoutIdleSetup(observation.checks);
    observation.checks = checks;
    if (!watched.has(component.stage) && checks.length === 0)
      checks.push(dated(unwatched(component), at));
  }
  return observed;
}

/** Joins what several probes know of the same host. */
function supplemented(
  hosts: readonly HostReport[],
  supplements: readonly HostSupplement[],
): HostReport[] {
  const keyOf = ({ environment, instance }: HostSupplement) =>
    JSON.stringify([environment, instance]);
  const known = new Map(supplements.map(entry => [keyOf(entry), entry]));
  if (known.size === 0) return [...hosts];
  return hosts.map(host => ({ ...host, ...known.get(keyOf(host)) }));
}

function answersFor(
  { probe, report }: Extract<Look, { outcome: 'report' }>,
  { entityRef, stage }: Component,
): boolean {
  if (!probe.supplementary) return probe.stages.includes(stage);
  return report.components.some(
    own => own.entityRef === entityRef && (own.checks ?? []).length > 0,
  );
}

/** Identifier of the check that says whether a probe could look at all. */
export function lookCheckId(probeId: string): string {
  return `${probeId}.look`;
}

function answered({ probe }: Look, at: string): Check {
  return {
    id: lookCheckId(probe.id),
    title: 'Observation',
    status: 'ok',
    sentence: 'gomon could look.',
    observedAt: at,
    links: [],
  };
}

/** What one probe would need to know is of no interest while another one answers. */
function withoutIdleSetup(checks: Check[]): Check[] {
  const answers = checks.filter(
    ({ id, status }) => status !== 'not-configured' && !id.endsWith('.look'),
  );
  return answers.length > 0
    ? checks.filter(({ id }) => !id.endsWith('.setup'))
    : checks;
}

function standIn(
  observation: Observation,
  look: Exclude<Look, { outcome: 'report' }>,
  before: ComponentState | undefined,
  now: Date,
) {
  const { component, checks, figures } = observation;
  const { probe } = look;
  const known = (before?.health.checks ?? [])
    .filter(({ id }) => id.startsWith(`${probe.id}.`))
    .flatMap(({ id }) => before?.memory[id]?.settled ?? []);
  if (before?.figures[probe.id]) figures[probe.id] = before.figures[probe.id];
  if (look.outcome === 'skipped') {
    checks.push(...known);
    return;
  }
  checks.push(
    ...known
      .filter(({ id }) => id !== lookCheckId(probe.id))
      .map(check => outOfSight(check, now)),
  );
  if (!probe.stages.includes(component.stage)) return;
  if (probe.supplementary && known.length === 0) return;
  checks.push({
    id: lookCheckId(probe.id),
    title: 'Observation',
    status: 'unknown',
    failure: 'own',
    sentence: `gomon could not look at ${component.title}: ${look.reason}.`,
    observedAt: now.toISOString(),
    links: [],
  });
}

function outOfSight(check: Check, now: Date): Check {
  if (check.status === 'unknown' || check.status === 'not-configured')
    return check;
  return {
    ...check,
    status: 'unknown',
    failure: 'unseen',
    explainedBy: undefined,
    sentence: `Last seen ${check.status} ${ageInWords(
      check.observedAt,
      now,
    )} ago: ${check.sentence}`,
  };
}

function dated(check: CheckReport, at: string): Check {
  return {
    ...check,
    observedAt: check.observedAt ?? at,
    links: check.links ?? [],
  };
}

function datedFigure(figure: FigureReport, at: string): Figure {
  return { ...figure, observedAt: figure.observedAt ?? at };
}
