import { Component } from '@gomon/plugin-gomon-node';

/** Where a component runs in Kubernetes. */
export interface Workload {
  kind: 'deployment' | 'statefulset' | 'daemonset';
  name: string;
  namespace: string;
  /** Label selector of its pods. */
  selector: string;
  container?: string;
}

const ID = 'backstage.io/kubernetes-id';
const NAMESPACE = 'backstage.io/kubernetes-namespace';
const SELECTOR = 'backstage.io/kubernetes-label-selector';

const kinds: Partial<Record<string, Workload['kind']>> = {
  agent: 'daemonset',
  broker: 'statefulset',
};

const containers: Partial<Record<string, string>> = {
  aggregator: 'aggregator',
  'log-shipper': 'filebeat',
};

/** Reads from the catalog's Kubernetes annotations where a component runs; undefined where they do not say. */
export function workloadOf({ entity, stage }: Component): Workload | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const name = annotations[ID];
  if (!name) return undefined;
  return {
    kind: kinds[stage] ?? 'deployment',
    name,
    namespace:
      annotations[NAMESPACE] ??
      (stage === 'agent' ? 'monitoring-agents' : 'monitoring'),
    selector: annotations[SELECTOR] ?? `app.kubernetes.io/name=${name}`,
    container: containers[stage],
  };
}
