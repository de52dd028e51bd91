import { SPECIFIED } from '../contract/workloads';

/** A pod as the API server lists it, as far as it is counted. */
export interface ListedPod {
  metadata: {
    name: string;
    namespace: string;
    labels?: Record<string, string>;
    ownerReferences?: { kind: string }[];
  };
  status: { phase: string; reason?: string };
}

/** What there is of the specification's pods, and of all. */
export interface PodCount {
  /** Pods of the specification that run; 11 on one node. */
  running: number;
  wanted: number;
  /** Pods, of whomever, that neither run nor have finished. */
  waiting: string[];
}

/**
 * Counts pods against the specification, which has one agent a node.
 *
 * @param namespaces - where the platform's pods are
 */
export function countPods(
  pods: ListedPod[],
  nodes: number,
  namespaces: string[],
): PodCount {
  const specified = pods.filter(({ metadata }) =>
    SPECIFIED.some(
      row =>
        namespaces.includes(metadata.namespace) &&
        row.name === metadata.labels?.['app.kubernetes.io/name'],
    ),
  );
  const wanted = SPECIFIED.reduce(
    (sum, row) => sum + (row.kind === 'DaemonSet' ? nodes : row.pods),
    0,
  );
  return {
    wanted,
    running: specified.filter(({ status }) => status.phase === 'Running')
      .length,
    waiting: pods
      .filter(({ status }) => !['Running', 'Succeeded'].includes(status.phase))
      .map(
        ({ metadata, status }) =>
          `${metadata.namespace}/${metadata.name} ${status.phase}`,
      ),
  };
}
