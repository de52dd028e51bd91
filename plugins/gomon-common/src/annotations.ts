/** Annotation: place of an entity in a pipeline, one of {@link stageNames}. @public */
export const ANNOTATION_STAGE = 'gomon.io/stage';
/** Annotation: entity references that this entity sends data to, comma list. @public */
export const ANNOTATION_SENDS_TO = 'gomon.io/sends-to';
/** Annotation: Kafka topic. @public */
export const ANNOTATION_KAFKA_TOPIC = 'gomon.io/kafka-topic';
/** Annotation: PromQL label selector of the series of this entity. @public */
export const ANNOTATION_METRICS_SELECTOR = 'gomon.io/metrics-selector';
/** Annotation: Elasticsearch index, alias or pattern of the logs of this entity. @public */
export const ANNOTATION_LOG_INDEX = 'gomon.io/log-index';
/** Annotation: Kibana data view. @public */
export const ANNOTATION_KIBANA_DATA_VIEW = 'gomon.io/kibana-data-view';
/** Annotation: environment, for portals that show several. @public */
export const ANNOTATION_ENVIRONMENT = 'gomon.io/environment';
/** Annotation: name of the configured instance of its system, where an environment has several. @public */
export const ANNOTATION_INSTANCE = 'gomon.io/instance';
/** Annotation of the community Kafka plugin: `cluster/group`, comma list. @public */
export const ANNOTATION_KAFKA_CONSUMER_GROUPS =
  'kafka.apache.org/consumer-groups';

/** Annotation of the community Grafana plugin: labels of the alerts of an entity, `label=value`, comma list. @public */
export const ANNOTATION_ALERT_LABEL_SELECTOR = 'grafana/alert-label-selector';

/** Annotation of the Argo CD plugins: name of the application that deploys an entity. @public */
export const ANNOTATION_ARGOCD_APP_NAME = 'argocd/app-name';
/** Annotation of the Argo CD plugins: label selector of the applications that deploy an entity. @public */
export const ANNOTATION_ARGOCD_APP_SELECTOR = 'argocd/app-selector';
/** Annotation of the Argo CD plugins: name of the Argo CD server, where there are several. @public */
export const ANNOTATION_ARGOCD_INSTANCE = 'argocd/instance-name';

/** Annotation of the community SonarQube plugin: `key` or `instance/key` of a project; here also several, comma list. @public */
export const ANNOTATION_SONARQUBE_PROJECT_KEY = 'sonarqube.org/project-key';

/**
 * Values of the annotation `gomon.io/stage`.
 *
 * @public
 */
export const stageNames = [
  'agent',
  'broker',
  'aggregator',
  'tsdb',
  'dashboard',
  'log-shipper',
  'log-processor',
  'search',
  'log-ui',
  'code-quality',
  'database',
  'gitops',
  'ingress',
] as const;

/**
 * Value of the annotation `gomon.io/stage`.
 *
 * @public
 */
export type StageName = (typeof stageNames)[number];
