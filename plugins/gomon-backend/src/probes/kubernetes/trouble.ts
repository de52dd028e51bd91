import { ContainerStatus, KubernetesObject } from './objects';

const waiting: Record<string, (status: ContainerStatus) => string> = {
  ImagePullBackOff: ({ image }) => `its image ${image} cannot be pulled`,
  ErrImagePull: ({ image }) => `its image ${image} cannot be pulled`,
  InvalidImageName: ({ image }) => `${image} is no name of an image`,
  CrashLoopBackOff: status => `it ends again and again${lastWords(status)}`,
  CreateContainerConfigError: () =>
    'a ConfigMap or Secret that it needs is missing',
  CreateContainerError: () => 'it cannot be created',
  RunContainerError: () => 'it cannot be started',
};

/** Reasons of every start, which are no trouble. */
const STARTING = ['ContainerCreating', 'PodInitializing'];

/** How programs of all kinds say that they could not write: the C library's words for ENOSPC, and Java's and Go's by it. */
const NO_SPACE = /no space left on device|\bENOSPC\b/i;

function lastWords({ lastState }: ContainerStatus): string {
  const { reason, exitCode } = lastState?.terminated ?? {};
  if (reason === 'OOMKilled') return ', killed for want of memory';
  return exitCode === undefined ? '' : `, with exit code ${exitCode}`;
}

/** Why a pod does not run, in words; undefined where Kubernetes gives no reason. */
export function troubleOf(
  pod: KubernetesObject,
  container?: string,
): string | undefined {
  const { containerStatuses, initContainerStatuses, conditions } =
    pod.status ?? {};
  // What must run before the containers hinders all of them.
  const statuses = [
    ...(initContainerStatuses ?? []),
    ...containersOf(containerStatuses, container),
  ];
  for (const own of statuses) {
    const reason = own.state?.waiting?.reason;
    if (reason && !STARTING.includes(reason)) {
      const words =
        noSpace(own, pod) ?? waiting[reason]?.(own) ?? `it waits (${reason})`;
      return `container ${own.name}: ${words}`;
    }
  }
  const unscheduled = conditions?.find(
    ({ type, status }) => type === 'PodScheduled' && status === 'False',
  );
  if (!unscheduled) return undefined;
  return `no node takes it${inBrackets(unscheduled.message)}`;
}

/** Why a pod that has failed for good did so: its node put it out. */
export function evictionOf({ status }: KubernetesObject): string | undefined {
  if (status?.phase !== 'Failed' || status.reason !== 'Evicted') {
    return undefined;
  }
  return `its node put it out${inBrackets(status.message)}`;
}

/** The statuses of one container, or of all where none is named. */
export function containersOf(
  statuses: ContainerStatus[] = [],
  container?: string,
): ContainerStatus[] {
  return container
    ? statuses.filter(({ name }) => name === container)
    : statuses;
}

/** That a container ended because it could not write, and the claims that may be full. */
function noSpace(
  { lastState }: ContainerStatus,
  { spec }: KubernetesObject,
): string | undefined {
  if (!NO_SPACE.test(lastState?.terminated?.message ?? '')) return undefined;
  const claims = (spec?.volumes ?? []).flatMap(
    ({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [],
  );
  return claims.length === 0
    ? 'it ends again and again, its disk is full'
    : `it ends again and again, its claim ${claims.join(' or ')} is full`;
}

function inBrackets(message: string | undefined): string {
  const words = message?.slice(0, 160).trim().replace(/\.$/, '');
  return words ? ` (${words})` : '';
}
