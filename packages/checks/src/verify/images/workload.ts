import type { KubernetesObject } from '@gomon/platform';

const KINDS = ['Deployment', 'DaemonSet', 'StatefulSet', 'Job'];

/** What makes the pods of this name. */
export function workload(
  objects: readonly KubernetesObject[],
  name: string,
): KubernetesObject {
  const found = objects.find(
    ({ kind, metadata }) => KINDS.includes(kind) && metadata.name === name,
  );
  if (!found) throw new Error(`No workload is called ${name}`);
  return found;
}
