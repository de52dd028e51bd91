/** What one container of a workload must be. */
export interface ContainerContract {
  name: string;
  /** Repository of the image. */
  image: string;
  /** The version line that the contract names; any pinned version where it names none. */
  line?: RegExp;
  /** Requested and allowed. */
  memory: [string, string];
  cpu: [string, string];
  port?: number;
}

/** One row of the table of workloads. */
export interface WorkloadContract {
  /** Below `k8s/`. */
  file: string;
  kind: 'Deployment' | 'DaemonSet' | 'StatefulSet';
  name: string;
  namespace: string;
  /** Pods on a cluster of one node, in the base. */
  pods: number;
  containers: ContainerContract[];
}

const ownImages = 'ghcr.io/0xaxpx';

/** The workloads of the specification: 11 pods where there is one node. */
export const SPECIFIED: WorkloadContract[] = [
  {
    file: 'monitoring/agent-deployment.yaml',
    kind: 'DaemonSet',
    name: 'agent',
    namespace: 'monitoring-agents',
    pods: 1,
    containers: [
      {
        name: 'agent',
        image: `${ownImages}/gomon-agent`,
        memory: ['256Mi', '256Mi'],
        cpu: ['200m', '200m'],
        port: 2112,
      },
    ],
  },
  {
    file: 'monitoring/aggregator-deployment.yaml',
    kind: 'Deployment',
    name: 'aggregator',
    namespace: 'monitoring',
    pods: 1,
    containers: [
      {
        name: 'aggregator',
        image: `${ownImages}/gomon-aggregator`,
        memory: ['512Mi', '512Mi'],
        cpu: ['200m', '200m'],
        port: 2113,
      },
      {
        name: 'filebeat',
        image: 'docker.elastic.co/beats/filebeat',
        line: /^8\.11\./,
        memory: ['256Mi', '256Mi'],
        cpu: ['200m', '200m'],
      },
    ],
  },
  {
    file: 'monitoring/kafka-statefulset.yaml',
    kind: 'StatefulSet',
    name: 'kafka',
    namespace: 'monitoring',
    pods: 3,
    containers: [
      {
        name: 'kafka',
        image: 'apache/kafka',
        memory: ['1Gi', '1Gi'],
        cpu: ['500m', '500m'],
        port: 9092,
      },
    ],
  },
  {
    file: 'monitoring/victoria-metrics-deployment.yaml',
    kind: 'Deployment',
    name: 'victoria-metrics',
    namespace: 'monitoring',
    pods: 1,
    containers: [
      {
        name: 'victoria-metrics',
        image: 'victoriametrics/victoria-metrics',
        memory: ['1Gi', '1Gi'],
        cpu: ['500m', '500m'],
        port: 8428,
      },
    ],
  },
  {
    file: 'monitoring/grafana-deployment.yaml',
    kind: 'Deployment',
    name: 'grafana',
    namespace: 'monitoring',
    pods: 1,
    containers: [
      {
        name: 'grafana',
        image: 'grafana/grafana',
        memory: ['512Mi', '512Mi'],
        cpu: ['300m', '300m'],
        port: 3000,
      },
    ],
  },
  {
    file: 'monitoring/logstash-deployment.yaml',
    kind: 'Deployment',
    name: 'logstash',
    namespace: 'monitoring',
    pods: 1,
    containers: [
      {
        name: 'logstash',
        image: 'docker.elastic.co/logstash/logstash',
        line: /^8\.11\./,
        memory: ['1Gi', '2Gi'],
        cpu: ['300m', '500m'],
        port: 5044,
      },
    ],
  },
  {
    file: 'monitoring/kibana-deployment.yaml',
    kind: 'Deployment',
    name: 'kibana',
    namespace: 'monitoring',
    pods: 1,
    containers: [
      {
        name: 'kibana',
        image: 'docker.elastic.co/kibana/kibana',
        line: /^8\.7\.0$/,
        memory: ['1Gi', '1Gi'],
        cpu: ['500m', '500m'],
        port: 5601,
      },
    ],
  },
  {
    file: 'sonar/sonarqube-deployment.yaml',
    kind: 'Deployment',
    name: 'sonarqube',
    namespace: 'monitoring',
    pods: 1,
    containers: [
      {
        name: 'sonarqube',
        image: 'sonarqube',
        line: /-community$/,
        memory: ['2Gi', '4Gi'],
        cpu: ['500m', '1'],
        port: 9000,
      },
    ],
  },
  {
    file: 'sonar/postgres-config.yaml',
    kind: 'Deployment',
    name: 'postgres',
    namespace: 'monitoring',
    pods: 1,
    containers: [
      {
        name: 'postgres',
        image: 'postgres',
        line: /^15\./,
        memory: ['512Mi', '1Gi'],
        cpu: ['200m', '500m'],
        port: 5432,
      },
    ],
  },
];

/** Workloads that the specification does not have. */
export const OURS: string[] = ['portal', 'portal-database'];
