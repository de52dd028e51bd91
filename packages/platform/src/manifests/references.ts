import type { KubernetesObject } from './object';

/** A ConfigMap or Secret that a pod cannot start without. */
export interface Reference {
  kind: 'ConfigMap' | 'Secret';
  name: string;
  /** Keys that must be in it; all are as good where none is named. */
  keys: string[];
}

interface KeyRef {
  name: string;
  key: string;
  optional?: boolean;
}

/** What a workload's pods mount or read by reference, optional ones left out. */
export function referencesOf(owner: KubernetesObject): Reference[] {
  const { volumes = [], containers } = owner.spec.template.spec;
  const references: Reference[] = [];
  for (const { configMap, secret, name } of volumes) {
    if (configMap && !configMap.optional) {
      const keys = subPathsOf(containers, name);
      references.push({ kind: 'ConfigMap', name: configMap.name, keys });
    }
    if (secret && !secret.optional) {
      const keys = subPathsOf(containers, name);
      references.push({ kind: 'Secret', name: secret.secretName, keys });
    }
  }
  for (const { env = [] } of containers) {
    for (const { valueFrom } of env) {
      const secret: KeyRef | undefined = valueFrom?.secretKeyRef;
      if (secret && !secret.optional) {
        references.push({
          kind: 'Secret',
          name: secret.name,
          keys: [secret.key],
        });
      }
    }
  }
  return references;
}

function subPathsOf(
  containers: { volumeMounts?: { name: string; subPath?: string }[] }[],
  volume: string,
): string[] {
  return containers
    .flatMap(({ volumeMounts = [] }) => volumeMounts)
    .filter(({ name }) => name === volume)
    .flatMap(({ subPath }) => subPath ?? []);
}
