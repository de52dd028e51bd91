import {
  Deployment,
  DeployedRevision,
  DeploymentHealth,
  SyncStatus,
} from '@gomon/plugin-gomon-common';
import {
  Application,
  revisionOf,
  targetOf,
} from '../probes/argocd/application';

/** As many as Argo CD keeps by default. */
const MAX_HISTORY = 10;
const MAX_RESOURCES = 10;
const MAX_WORDS = 300;

const sync: Record<string, SyncStatus> = {
  Synced: 'synced',
  OutOfSync: 'out-of-sync',
};
const health: Record<string, DeploymentHealth> = {
  Healthy: 'healthy',
  Progressing: 'progressing',
  Suspended: 'suspended',
  Degraded: 'degraded',
  Missing: 'missing',
};

/** What the portal shows of an application. */
export function toDeployment(
  application: Application,
  url: string | undefined,
): Deployment {
  const { metadata, status = {} } = application;
  const out = (status.resources ?? []).filter(
    own => own.status === 'OutOfSync',
  );
  const history = historyOf(application);
  return {
    application: metadata.name,
    sync: sync[status.sync?.status ?? ''] ?? 'unknown',
    health: health[status.health?.status ?? ''] ?? 'unknown',
    deployedRevision:
      history[0]?.revision ??
      revisionOf(status.operationState?.syncResult ?? {}),
    wantedRevision: revisionOf(status.sync ?? {}),
    target: targetOf(application),
    outOfSync: out
      .slice(0, MAX_RESOURCES)
      .map(({ kind, name }) => `${kind} ${name}`),
    outOfSyncCount: out.length,
    problem: problemOf(application),
    history,
    url,
  };
}

function historyOf({ status }: Application): DeployedRevision[] {
  return (status?.history ?? [])
    .flatMap(own => {
      const revision = revisionOf(own);
      const deployedAt = Date.parse(own.deployedAt ?? '');
      if (!revision || Number.isNaN(deployedAt)) return [];
      return {
        revision,
        deployedAt: new Date(deployedAt).toISOString(),
        initiatedBy: own.initiatedBy?.username || undefined,
      };
    })
    .sort((left, right) => right.deployedAt.localeCompare(left.deployedAt))
    .slice(0, MAX_HISTORY);
}

function problemOf({ status }: Application): string | undefined {
  const condition = status?.conditions?.find(({ type }) => /Error/.test(type));
  const operation = status?.operationState;
  const failed = ['Failed', 'Error'].includes(operation?.phase ?? '');
  const words = condition?.message ?? (failed ? operation?.message : undefined);
  return words?.slice(0, MAX_WORDS);
}
