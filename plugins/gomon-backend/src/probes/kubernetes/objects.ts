/** What the Kubernetes backend plugin answers for one entity, as far as the probe reads it. */
export interface EntityObjects {
  items: ClusterObjects[];
}

export interface ClusterObjects {
  cluster: { name: string; title?: string };
  resources: { type: string; resources: KubernetesObject[] }[];
  podMetrics: PodMetrics[];
  errors: FetchError[];
}

/** What a cluster did not give out: the rest stands beside it. */
export interface FetchError {
  errorType: string;
  statusCode?: number;
  resourcePath?: string;
}

export interface KubernetesObject {
  metadata: { name: string; namespace?: string };
  spec?: { replicas?: number; [field: string]: unknown };
  status?: {
    phase?: string;
    readyReplicas?: number;
    desiredNumberScheduled?: number;
    numberReady?: number;
    conditions?: Condition[];
    containerStatuses?: ContainerStatus[];
  };
}

interface Condition {
  type: string;
  status: string;
  message?: string;
}

export interface ContainerStatus {
  name: string;
  image: string;
  ready: boolean;
  restartCount: number;
  state?: { waiting?: { reason?: string } };
  lastState?: {
    terminated?: { reason?: string; exitCode?: number; finishedAt?: string };
  };
}

interface Usage {
  currentUsage: number | string;
  limitTotal: number | string;
}

export interface PodMetrics {
  pod: { metadata?: { name?: string } };
  containers: { container: string; cpuUsage: Usage; memoryUsage: Usage }[];
}

/** All objects of one type in a cluster. */
export function ofType(
  { resources }: ClusterObjects,
  ...types: string[]
): KubernetesObject[] {
  return resources
    .filter(({ type }) => types.includes(type))
    .flatMap(own => own.resources);
}
