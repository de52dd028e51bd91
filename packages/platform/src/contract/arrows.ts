/**
 * Who speaks to whom, and on which port: the arrows of docs/architecture.md and what comes with Kubernetes. Names are the
 * values of `app.kubernetes.io/name`; of other namespaces with the namespace in front. `kubelet` probes need no policy.
 */
export const ARROWS: string[] = [
  // The metrics pipeline.
  'monitoring-agents/agent -> monitoring/kafka:9092',
  'monitoring/aggregator -> monitoring/kafka:9092',
  'monitoring/aggregator -> monitoring/victoria-metrics:8428',
  'monitoring/grafana -> monitoring/victoria-metrics:8428',
  'monitoring/kafka -> monitoring/kafka:9092',
  'monitoring/kafka -> monitoring/kafka:9093',
  'monitoring/kafka-topics -> monitoring/kafka:9092',
  // What agent, aggregator and portal say.
  'monitoring/victoria-metrics -> monitoring-agents/agent:2112',
  'monitoring/victoria-metrics -> monitoring/aggregator:2113',
  'monitoring/victoria-metrics -> monitoring/portal:9464',
  // The logs pipeline; Filebeat is in the aggregator's pod.
  'monitoring/aggregator -> monitoring/logstash:5044',
  'monitoring/logstash -> elasticsearch:9200',
  'monitoring/kibana -> elasticsearch:9200',
  'monitoring/elasticsearch-setup -> elasticsearch:9200',
  'monitoring/elasticsearch-setup -> monitoring/kibana:5601',
  // The code-quality pipeline.
  'monitoring/sonarqube -> monitoring/postgres:5432',
  'monitoring/sonarqube-setup -> monitoring/sonarqube:9000',
  // The ways in.
  'ingress-nginx/ingress-nginx -> monitoring/grafana:3000',
  'ingress-nginx/ingress-nginx -> monitoring/kibana:5601',
  'ingress-nginx/ingress-nginx -> monitoring/victoria-metrics:8428',
  'ingress-nginx/ingress-nginx -> monitoring/sonarqube:9000',
  'ingress-nginx/ingress-nginx -> monitoring/portal:7007',
  // The portal looks at everything.
  'monitoring/portal -> monitoring/portal-database:5432',
  'monitoring/portal -> monitoring/kafka:9092',
  'monitoring/portal -> monitoring/victoria-metrics:8428',
  'monitoring/portal -> monitoring/aggregator:2113',
  'monitoring/portal -> monitoring/aggregator:5066',
  'monitoring/portal -> monitoring/grafana:3000',
  'monitoring/portal -> monitoring/logstash:9600',
  'monitoring/portal -> elasticsearch:9200',
  'monitoring/portal -> monitoring/kibana:5601',
  'monitoring/portal -> monitoring/sonarqube:9000',
  'monitoring/portal -> monitoring/postgres:5432',
  'monitoring/portal -> argocd/argocd-server:8080',
  'monitoring/portal -> ingress-nginx/ingress-nginx:80',
  'monitoring/portal -> ingress-nginx/ingress-nginx:443',
  // The API server and the sign-in, whose addresses no policy knows by name.
  'monitoring/portal -> anywhere:443',
  'monitoring/portal -> anywhere:6443',
];
