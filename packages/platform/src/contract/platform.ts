import { join, relative } from 'node:path';
import { repositoryRoot } from '@gomon/dev-stack';
import type { KubernetesObject } from '../manifests/object';
import { readBase } from '../manifests/readBase';

/** The folder that describes the platform. */
export const k8s = join(repositoryRoot, 'k8s');

const all = [
  ...readBase(join(k8s, 'platform')),
  ...readBase(join(k8s, 'argocd')),
];

/** Every object of the platform and of its Argo CD application, before any overlay. */
export const objects = all.map(({ object }) => object);

/** The objects of these kinds. */
export function ofKind(...kinds: string[]): KubernetesObject[] {
  return objects.filter(({ kind }) => kinds.includes(kind));
}

/**
 * The one object of this kind and name.
 *
 * @throws Error when there is none, or more than one
 */
export function find(
  kind: string,
  name: string,
  namespace = 'monitoring',
): KubernetesObject {
  const found = ofKind(kind).filter(
    ({ metadata }) =>
      metadata.name === name && metadata.namespace === namespace,
  );
  if (found.length !== 1) {
    throw new Error(`${found.length} of ${kind} ${namespace}/${name}`);
  }
  return found[0];
}

/** The file that an object stands in, below `k8s/`. */
export function fileOf(object: KubernetesObject): string {
  const entry = all.find(candidate => candidate.object === object);
  return relative(k8s, entry!.file);
}

/** What runs all the time. */
export const workloads = ofKind('Deployment', 'DaemonSet', 'StatefulSet');

/** Everything that makes pods. */
export const podOwners = [...workloads, ...ofKind('Job')];
