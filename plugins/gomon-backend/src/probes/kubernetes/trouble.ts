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

function lastWords({ lastState }: ContainerStatus): string {
  const { reason, exitCode } = lastState?.terminated ?? {};
  if (reason === 'OOMKilled') return ', killed for want of memory';
  return exitCode === undefined ? '' : `, with exit code ${exitCode}`;
}

/** Why a pod does not run, in words; undefined where Kubernetes gives no reason. */
export function troubleOf(
  { status }: KubernetesObject,
  container?: string,
): string | undefined {
  for (const own of containersOf(status?.containerStatuses, container)) {
    const reason = own.state?.waiting?.reason;
    if (reason && !STARTING.includes(reason)) {
      const words = waiting[reason]?.(own) ?? `it waits (${reason})`;
      return `container ${own.name}: ${words}`;
    }
  }
  const unscheduled = status?.conditions?.find(
    ({ type, status: state }) => type === 'PodScheduled' && state === 'False',
  );
  if (!unscheduled) return undefined;
  const why = unscheduled.message?.slice(0, 160).replace(/\.$/, '');
  return `no node takes it${why ? ` (${why})` : ''}`;
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
