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
  spec?: {
    replicas?: number;
    volumes?: { persistentVolumeClaim?: { claimName: string } }[];
    [field: string]: unknown;
  };
  status?: {
    phase?: string;
    /** Of a pod that was evicted, why. */
    reason?: string;
    message?: string;
    readyReplicas?: number;
    desiredNumberScheduled?: number;
    numberReady?: number;
    conditions?: Condition[];
    initContainerStatuses?: ContainerStatus[];
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
    terminated?: {
      reason?: string;
      exitCode?: number;
      finishedAt?: string;
      /** The end of its log, where the container asks for that (`terminationMessagePolicy: FallbackToLogsOnError`). */
      message?: string;
    };
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
