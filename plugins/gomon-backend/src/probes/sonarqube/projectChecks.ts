import { ProjectQuality } from '@gomon/plugin-gomon-common';
import { CheckReport, FigureReport } from '@gomon/plugin-gomon-node';
import { ageInWords } from '../../words/age';
import { plural } from '../../words/count';

/** Bad code stops no data, and a verdict is final at once: the next analysis makes another one. */
const badCode = {
  failure: 'own' as const,
  hindersFlow: false,
  sustained: true,
};

/** The checks of one project: the verdict, and each condition with its figure against its limit. */
export function projectChecks(
  project: ProjectQuality,
  /** Whether it is the only one: then its key need not stand in the identifiers. */
  isOnly: boolean,
  now: Date,
): CheckReport[] {
  const { asked, url } = project;
  const prefix = isOnly ? 'sonarqube' : `sonarqube.${asked}`;
  const links = url ? [{ title: 'SonarQube', url }] : [];
  const conditions = project.conditions.map(
    ({ actual, metric, passed, required, sentence, title, unit }) => ({
      id: `${prefix}.${metric}`,
      title: isOnly ? title : `${title}, ${asked}`,
      ...(passed
        ? { status: 'ok' as const }
        : { status: 'degraded' as const, ...badCode }),
      sentence,
      value: actual,
      unit,
      threshold: required,
      links,
    }),
  );
  return [{ ...gateCheck(project, prefix, now), links }, ...conditions];
}

function gateCheck(
  {
    analysedAt,
    asked,
    conditions,
    fewNewLines,
    gate,
    status,
    verdict,
  }: ProjectQuality,
  prefix: string,
  now: Date,
): CheckReport {
  const common = { id: `${prefix}.gate`, title: `Quality gate of ${asked}` };
  if (status === 'not-analysed' || !analysedAt) {
    return {
      ...common,
      status: 'unknown',
      failure: 'own',
      hindersFlow: false,
      sentence: `${asked} has not been analysed yet.`,
      action: { text: 'Analyse it.', command: 'yarn quality' },
    };
  }
  const age = `analysed ${ageInWords(analysedAt, now)} ago`;
  const failed = conditions.filter(({ passed }) => !passed);
  if (verdict === 'failed') {
    return {
      ...common,
      status: 'degraded',
      ...badCode,
      value: failed.length,
      unit: 'count',
      threshold: 0,
      sentence: `${asked} fails ${gate}: ${failed
        .map(({ sentence }) => sentence.replace(/\.$/, ''))
        .join('; ')} (${age}).`,
      meaning:
        'What runs goes on running: the gate judges the code, and keeps it from being released.',
      action: { text: 'Mend what the conditions name, then analyse again.' },
    };
  }
  // A first analysis has no new code, and the server then passes it without a condition.
  if (verdict === 'none' || conditions.length === 0) {
    return {
      ...common,
      status: 'ok',
      sentence: `${asked} was ${age}; ${gate} has no new code to judge.`,
    };
  }
  return {
    ...common,
    status: 'ok',
    value: 0,
    unit: 'count',
    threshold: 0,
    sentence: `${asked} passes ${gate}: ${plural(
      conditions.length,
      'condition',
    )}, ${age}${
      fewNewLines
        ? '; coverage and duplication do not count with fewer than 20 new lines'
        : ''
    }.`,
  };
}

/** Figures of a project for the map. */
export function projectFigures({ measures }: ProjectQuality): FigureReport[] {
  return measures
    .filter(({ metric }) =>
      ['coverage', 'duplicated_lines_density'].includes(metric),
    )
    .map(({ metric, title, unit, value }) => ({
      id: metric,
      label: title.toLowerCase(),
      value,
      unit,
    }));
}
