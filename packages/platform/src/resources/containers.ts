import type { KubernetesObject } from '../manifests/object';
import type { Limits } from './compare';

/** A container that runs, and what its manifest allows it. */
export interface RunningContainer {
  namespace: string;
  pod: string;
  container: string;
  limits: Limits;
}

interface Pod {
  metadata: {
    name: string;
    namespace: string;
    labels?: Record<string, string>;
  };
  spec: { containers: { name: string }[] };
  status: { phase: string };
}

/**
 * The running containers of the platform's pods, beside what the manifests allow them. The manifests decide, not what
 * the cluster has made of them: a limit that somebody changed by hand is to be found.
 */
export function runningContainers(
  pods: Pod[],
  manifests: KubernetesObject[],
): RunningContainer[] {
  return pods
    .filter(({ status }) => status.phase === 'Running')
    .flatMap(({ metadata: { name: pod, namespace, labels }, spec }) => {
      const owner = manifests.find(
        ({ kind, metadata }) =>
          ['Deployment', 'DaemonSet', 'StatefulSet'].includes(kind) &&
          metadata.namespace === namespace &&
          metadata.name === labels?.['app.kubernetes.io/name'],
      );
      const known: { name: string; resources: { limits: Limits } }[] =
        owner?.spec.template.spec.containers ?? [];
      return spec.containers.flatMap(({ name: container }) => {
        const manifest = known.find(own => own.name === container);
        return manifest
          ? [{ namespace, pod, container, limits: manifest.resources.limits }]
          : [];
      });
    });
}
