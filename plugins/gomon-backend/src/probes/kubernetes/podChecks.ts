import { FailureKind } from '@gomon/plugin-gomon-common';
import { CheckReport, Component } from '@gomon/plugin-gomon-node';
import { plural } from '../../words/count';
import { Workload } from '../../runbook/workload';
import { ClusterObjects, KubernetesObject, ofType } from './objects';
import { containersOf, evictionOf, troubleOf } from './trouble';

const HOUR_MS = 3_600_000;

/**
 * Who is to blame when a container runs and says that it is not ready: by its stage. Those that hand data on are not ready
 * when what comes after them is not; those that show data, when what comes before is not.
 */
const notReady: Partial<Record<string, FailureKind>> = {
  agent: 'blocked',
  aggregator: 'blocked',
  'log-shipper': 'blocked',
  'log-processor': 'blocked',
  'code-quality': 'blocked',
  dashboard: 'starved',
  'log-ui': 'starved',
};

/** Whether as many pods are ready as there should be, and if not, why. */
export function replicasCheck(
  { title, stage }: Component,
  cluster: ClusterObjects,
  { container }: Workload,
): CheckReport | undefined {
  const owners = ofType(cluster, 'deployments', 'statefulsets', 'daemonsets');
  if (owners.length === 0) return undefined;
  const wanted = sum(owners.map(wantedOf));
  const ready = sum(owners.map(readyOf));
  const pods = ofType(cluster, 'pods');
  const common = {
    id: 'kubernetes.replicas',
    title: 'Pods',
    value: ready,
    threshold: wanted,
  };
  if (wanted === 0) {
    const isDaemon = ofType(cluster, 'daemonsets').length > 0;
    return {
      ...common,
      status: 'down',
      failure: 'own',
      sentence: isDaemon
        ? `${title} runs on no node: none matches.`
        : `${title} is scaled to zero.`,
      action: { text: `Give ${title} its replicas back.` },
    };
  }
  // A pod that has failed for good stays in the list when another has taken its place.
  const known =
    pods.map(pod => troubleOf(pod, container)).find(Boolean) ??
    (ready < wanted ? pods.map(evictionOf).find(Boolean) : undefined);
  // Of a pod with several containers, the component is only one.
  const isReady = container
    ? pods.filter(pod =>
        containersOf(pod.status?.containerStatuses, container).some(
          own => own.ready,
        ),
      ).length >= wanted
    : ready >= wanted;
  if (isReady && !known) {
    return {
      ...common,
      status: 'ok',
      sentence: `${plural(wanted, 'pod')} of ${wanted} ready.`,
    };
  }
  return {
    ...common,
    status: ready === 0 && known ? 'down' : 'degraded',
    failure: known ? 'own' : notReady[stage] ?? 'own',
    hindersFlow: known !== undefined && ready === 0,
    sentence: `${ready} of ${plural(wanted, 'pod')} of ${title} ready${
      known ? `: ${known}` : ''
    }.`,
  };
}

/** Restarts and kills for want of memory within the last hour. */
export function restartsCheck(
  { title }: Component,
  cluster: ClusterObjects,
  { container }: Workload,
  now: Date,
): CheckReport | undefined {
  const statuses = ofType(cluster, 'pods').flatMap(({ status }) =>
    containersOf(status?.containerStatuses, container),
  );
  if (statuses.length === 0) return undefined;
  const restarts = sum(statuses.map(({ restartCount }) => restartCount));
  const recent = statuses.filter(({ lastState }) => {
    const at = Date.parse(lastState?.terminated?.finishedAt ?? '');
    return now.getTime() - at < HOUR_MS;
  });
  const killed = recent.filter(
    ({ lastState }) => lastState?.terminated?.reason === 'OOMKilled',
  );
  const common = {
    id: 'kubernetes.restarts',
    title: 'Restarts',
    value: restarts,
  };
  if (recent.length === 0) {
    return {
      ...common,
      status: 'ok',
      sentence: `No restart within the last hour; ${restarts} in all.`,
    };
  }
  const names = (killed.length > 0 ? killed : recent).map(({ name }) => name);
  const what =
    killed.length > 0
      ? 'was killed for want of memory'
      : 'ended and was started again';
  return {
    ...common,
    status: 'degraded',
    failure: 'own',
    sentence: `Container ${[...new Set(names)].join(
      ', ',
    )} of ${title} ${what} within the last hour; ${plural(
      restarts,
      'restart',
    )} in all.`,
    action:
      killed.length > 0
        ? { text: 'Compare its use of memory with its limit, and raise it.' }
        : undefined,
  };
}

/** Whether the claims have their volumes. */
export function claimsCheck(cluster: ClusterObjects): CheckReport | undefined {
  // Custom resources come under one type, whatever their kind is.
  const claims = ofType(cluster, 'customresources');
  if (claims.length === 0) return undefined;
  const unbound = claims.filter(({ status }) => status?.phase !== 'Bound');
  const common = {
    id: 'kubernetes.claims',
    title: 'Claims',
    value: claims.length - unbound.length,
    threshold: claims.length,
  };
  if (unbound.length === 0) {
    return {
      ...common,
      status: 'ok',
      sentence: `${plural(claims.length, 'claim')} of ${claims.length} bound.`,
    };
  }
  const names = unbound.map(
    ({ metadata, status }) =>
      `${metadata.name} (${status?.phase ?? 'no phase'})`,
  );
  return {
    ...common,
    status: 'down',
    failure: 'own',
    sentence: `No volume for ${names.slice(0, 5).join(', ')}.`,
  };
}

function wantedOf({ spec, status }: KubernetesObject): number {
  return status?.desiredNumberScheduled ?? spec?.replicas ?? 0;
}

function readyOf({ status }: KubernetesObject): number {
  return status?.numberReady ?? status?.readyReplicas ?? 0;
}

function sum(values: number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
