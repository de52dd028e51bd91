/** The claims of the specification. They add up to 69Gi; its own total, 61Gi, is a slip. */
export const SPECIFIED_CLAIMS: Record<string, string> = {
  'kafka-data-kafka-0': '10Gi',
  'kafka-data-kafka-1': '10Gi',
  'kafka-data-kafka-2': '10Gi',
  'victoria-metrics-data': '20Gi',
  'grafana-storage': '2Gi',
  'postgres-pvc': '5Gi',
  'sonarqube-data-pvc': '10Gi',
  'sonarqube-extensions-pvc': '2Gi',
};

/** Claims that the specification does not have. */
export const OUR_CLAIMS: Record<string, string> = {
  'logstash-queue': '2Gi',
  'portal-database': '2Gi',
};
