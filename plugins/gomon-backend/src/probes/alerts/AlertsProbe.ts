import {
  ANNOTATION_ALERT_LABEL_SELECTOR,
  stageNames,
} from '@gomon/plugin-gomon-common';
import {
  CheckReport,
  Component,
  ComponentReport,
  Probe,
  ProbeContext,
} from '@gomon/plugin-gomon-node';
import { LookError } from '../LookError';
import { AlertSource, FiringAlert } from './AlertSource';
import { LabelSelector, parseLabelSelector, selects } from './labelSelector';

/** So many alerts are named; the rest is counted. */
const NAMED = 3;

interface Answer {
  source: AlertSource;
  alerts?: FiringAlert[];
  failure?: LookError;
}

/**
 * Shows what fires in Grafana or vmalert with the components that select it. An alert only repeats what is wrong: it makes
 * nobody a cause.
 */
export class AlertsProbe implements Probe {
  readonly id = 'alerts';
  readonly stages = stageNames;
  readonly supplementary = true;

  constructor(private readonly sources: readonly AlertSource[]) {}

  async look({ components, signal }: ProbeContext) {
    const selecting = components.flatMap(component => {
      const selector = parseLabelSelector(
        component.entity.metadata.annotations?.[
          ANNOTATION_ALERT_LABEL_SELECTOR
        ],
      );
      return selector ? [{ component, selector }] : [];
    });
    if (selecting.length === 0) return { components: [] };
    const answers = await Promise.all(
      this.sources.map(source => answerOf(source, signal)),
    );
    return {
      components: selecting.flatMap(({ component, selector }) =>
        reportOn(component, selector, answers),
      ),
    };
  }
}

async function answerOf(
  source: AlertSource,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    return { source, alerts: await source.firing(signal) };
  } catch (error) {
    return { source, failure: LookError.from(error) };
  }
}

function reportOn(
  { entityRef, environment }: Component,
  selector: LabelSelector,
  answers: readonly Answer[],
): ComponentReport[] {
  const asked = answers.filter(
    ({ source: { instance } }) =>
      !instance.environment || instance.environment === environment,
  );
  if (asked.length === 0) return [];
  const alerts = asked
    .flatMap(answer => answer.alerts ?? [])
    .filter(
      ({ labels }) =>
        selects(selector, labels) &&
        (!labels.environment || labels.environment === environment),
    );
  const failed = asked.find(({ failure }) => failure);
  const check =
    alerts.length === 0 && failed
      ? notSeen(failed)
      : firingCheck(alerts, asked.length);
  return [{ entityRef, checks: [check] }];
}

const common = { id: 'alerts.firing', title: 'Alerts' };

function notSeen({ failure, source: { instance, kind } }: Answer): CheckReport {
  return {
    ...common,
    status: failure!.status === 'unauthorised' ? 'unauthorised' : 'unknown',
    failure: 'unseen',
    sentence: `Whether an alert fires is not known: ${kind} ${
      instance.name
    } cannot be read: ${failure!.reason}.`,
  };
}

function firingCheck(
  alerts: readonly FiringAlert[],
  sources: number,
): CheckReport {
  if (alerts.length === 0) {
    return {
      ...common,
      status: 'ok',
      value: 0,
      sentence: `No alert fires${
        sources > 1 ? `, by ${sources} sources` : ''
      }.`,
    };
  }
  const worst = [...alerts].sort(
    (a, b) => severity(a) - severity(b) || a.name.localeCompare(b.name),
  );
  const [first] = worst;
  const more = alerts.length - NAMED;
  return {
    ...common,
    status: 'degraded',
    failure: 'reported',
    // Whoever evaluates the rule has waited already.
    sustained: true,
    value: alerts.length,
    sentence: `${
      alerts.length === 1 ? 'An alert fires' : `${alerts.length} alerts fire`
    }: ${worst
      .slice(0, NAMED)
      .map(({ summary }) => summary.replace(/\.$/, ''))
      .join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
    meaning: first.description,
    action: first.runbookUrl
      ? { text: `What to do about ${first.name}.`, url: first.runbookUrl }
      : undefined,
    links: worst
      .slice(0, NAMED)
      .filter(
        ({ runbookUrl }, index, all) =>
          all.findIndex(other => other.runbookUrl === runbookUrl) === index,
      )
      .flatMap(({ name, runbookUrl }) =>
        runbookUrl ? [{ title: `Runbook: ${name}`, url: runbookUrl }] : [],
      ),
  };
}

function severity({ labels }: FiringAlert): number {
  return labels.severity === 'critical' ? 0 : 1;
}
