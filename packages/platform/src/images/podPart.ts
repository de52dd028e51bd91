import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesObject } from '../manifests/object';

/** What a pod's first container gets of its manifest. */
export interface PodPart {
  args?: string[];
  env: Record<string, string>;
  writable: string[];
  mounts: Record<string, string>;
  limits: { memory: string; cpu: string };
  /** Paths of its probes; empty for what ends by itself. */
  probes: Record<string, string>;
  startWithinMs: number;
  endWithinMs: number;
}

interface EnvEntry {
  name: string;
  value?: string;
  valueFrom?: { secretKeyRef?: { optional?: boolean } };
}

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'];

/**
 * Reads the first container of a workload as the kubelet would: values and Secrets in its environment (each Secret a random
 * word of its own), ConfigMaps as folders below `dir`, empty volumes.
 */
export function podPart(
  owner: KubernetesObject,
  objects: readonly KubernetesObject[],
  dir: string,
): PodPart {
  const pod = owner.spec.template.spec;
  const [container] = pod.containers;
  const part: PodPart = {
    args: container.args,
    env: {},
    writable: [],
    mounts: {},
    limits: container.resources.limits,
    probes: {},
    startWithinMs: 0,
    endWithinMs: (pod.terminationGracePeriodSeconds ?? 30) * 1_000,
  };
  for (const { name, value, valueFrom } of container.env as EnvEntry[]) {
    if (value !== undefined) {
      part.env[name] = value;
    } else if (valueFrom?.secretKeyRef && !valueFrom.secretKeyRef.optional) {
      part.env[name] = randomBytes(24).toString('base64url');
    }
  }
  for (const { name, mountPath } of container.volumeMounts ?? []) {
    const volume = pod.volumes.find(
      (own: { name: string }) => own.name === name,
    );
    if (volume.emptyDir) {
      part.writable.push(mountPath);
    } else if (volume.configMap) {
      const { data } = objects.find(
        ({ kind, metadata }) =>
          kind === 'ConfigMap' && metadata.name === volume.configMap.name,
      )!;
      part.mounts[mountPath] = folderOf(data, join(dir, name));
    }
  }
  for (const probe of PROBES.filter(own => container[own])) {
    part.probes[probe] = container[probe].httpGet.path;
  }
  const { failureThreshold = 0, periodSeconds = 0 } =
    container.startupProbe ?? {};
  part.startWithinMs = failureThreshold * periodSeconds * 1_000;
  return part;
}

function folderOf(data: Record<string, string>, folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(data)) {
    writeFileSync(join(folder, file), text);
  }
  return folder;
}
