import { CheckReport, Component, Topology } from '@gomon/plugin-gomon-node';
import { workloadOf } from '../../runbook/workload';
import { ageInWords } from '../../words/age';
import { plural } from '../../words/count';
import {
  Application,
  revisionOf,
  shortRevision,
  targetOf,
} from './application';

type Resource = NonNullable<
  NonNullable<Application['status']>['resources']
>[number];

/** Whether what runs is what the repository says. */
export function syncCheck(application: Application, now: Date): CheckReport {
  const {
    metadata: { name },
    status,
  } = application;
  const common = { id: 'argocd.sync', title: `Sync of ${name}` };
  const wanted = targetOf(application);
  const revision = `${shortRevision(revisionOf(status?.sync ?? {}))}${
    wanted ? ` (${wanted})` : ''
  }`;
  const problem = status?.conditions?.find(({ type }) => /Error/.test(type));
  if (problem) {
    return {
      ...common,
      status: 'degraded',
      failure: 'own',
      hindersFlow: false,
      sentence: `Argo CD cannot compare ${name}: ${words(problem.message)}.`,
    };
  }
  if (status?.sync?.status === 'Synced') {
    const last = status.history?.[status.history.length - 1]?.deployedAt;
    return {
      ...common,
      status: 'ok',
      sentence: `${name} is synced to ${revision}${
        last ? `, deployed ${ageInWords(last, now)} ago` : ''
      }.`,
    };
  }
  const out = (status?.resources ?? []).filter(
    own => own.status === 'OutOfSync',
  );
  return {
    ...common,
    status: status?.sync?.status === 'OutOfSync' ? 'degraded' : 'unknown',
    failure: 'own',
    hindersFlow: false,
    value: out.length,
    sentence:
      status?.sync?.status === 'OutOfSync'
        ? `${name} is out of sync with ${revision}: ${plural(
            out.length,
            'resource',
          )}${listed(out)}.`
        : `Argo CD does not know whether ${name} is synced.`,
    action: { text: `Sync ${name}.`, command: `argocd app sync ${name}` },
  };
}

/** What Argo CD thinks of the health of what it deployed. */
export function healthCheck(
  { metadata: { name }, status }: Application,
  topology: Topology,
): CheckReport {
  const common = { id: 'argocd.health', title: `Health of ${name}` };
  const health = status?.health?.status ?? 'Unknown';
  if (health === 'Healthy' || health === 'Progressing') {
    return {
      ...common,
      status: 'ok',
      sentence: `${name} is ${health.toLowerCase()}.`,
    };
  }
  const ill = (status?.resources ?? []).filter(({ health: own }) =>
    ['Degraded', 'Missing'].includes(own?.status ?? ''),
  );
  return {
    ...common,
    status: health === 'Unknown' ? 'unknown' : 'degraded',
    // A component that fails by itself explains it; Argo CD only repeats it.
    failure: 'starved',
    explainedBy: ill
      .map(own => componentOf(own, topology)?.entityRef)
      .find(Boolean),
    hindersFlow: false,
    sentence: `Argo CD calls ${name} ${health.toLowerCase()}${
      ill.length > 0 ? `: ${plural(ill.length, 'resource')}${listed(ill)}` : ''
    }.`,
  };
}

/** How the last sync ended. */
export function operationCheck({
  metadata: { name },
  status,
}: Application): CheckReport | undefined {
  const operation = status?.operationState;
  if (!operation?.phase) return undefined;
  const failed = ['Failed', 'Error'].includes(operation.phase);
  return {
    id: 'argocd.operation',
    title: `Last sync of ${name}`,
    status: failed ? 'degraded' : 'ok',
    failure: failed ? 'own' : undefined,
    hindersFlow: failed ? false : undefined,
    sentence: failed
      ? `The last sync of ${name} failed: ${words(operation.message)}.`
      : `The last sync of ${name}: ${operation.phase.toLowerCase()}.`,
  };
}

function componentOf(
  { kind, name, namespace }: Resource,
  { components }: Topology,
): Component | undefined {
  return components.find(component => {
    const workload = workloadOf(component);
    return (
      workload?.name === name &&
      workload.namespace === namespace &&
      workload.kind === kind.toLowerCase()
    );
  });
}

function listed(resources: Resource[]): string {
  if (resources.length === 0) return '';
  const names = resources
    .slice(0, 3)
    .map(({ kind, name }) => `${kind} ${name}`);
  const more = resources.length > 3 ? ' and more' : '';
  return ` (${names.join(', ')}${more})`;
}

function words(message = 'it gives no reason'): string {
  return message.slice(0, 200).replace(/\.$/, '');
}
