import { kinds, required, ValuesOf, withDefault } from '@gomon/service-kit';

/** What the development shipper is told by its environment. */
export const settings = {
  logFile: required(
    'LOG_FILE',
    kinds.path(),
    'The log file to follow; those it is rotated to begin with the same name.',
  ),
  ruby: required(
    'RUBY_COMMAND',
    kinds.text(),
    'Ruby or JRuby, as a JSON list of the program and what stands before the script.',
  ),
  stateDir: required(
    'SHIPPER_STATE_DIR',
    kinds.path(),
    'Holds how far each file was stored, and the documents that were refused for good.',
  ),
  elasticsearchUrl: withDefault(
    'ELASTICSEARCH_URL',
    kinds.url(),
    'http://127.0.0.1:9200',
    'Address of Elasticsearch 8.',
  ),
  alias: withDefault(
    'ELASTICSEARCH_INDEX',
    kinds.text(),
    'aggregator-logs',
    'The write alias.',
  ),
  filebeatPort: withDefault(
    'FILEBEAT_PORT',
    kinds.integer(0, 65535),
    '5066',
    "Port on loopback that serves Filebeat's /stats.",
  ),
  logstashPort: withDefault(
    'LOGSTASH_API_PORT',
    kinds.integer(0, 65535),
    '9600',
    "Port on loopback that serves Logstash's /_node/stats.",
  ),
  filter: withDefault(
    'FILTER_FILE',
    kinds.path(),
    'k8s/monitoring/logs/aggregator_log.rb',
    "The script of Logstash's ruby filter.",
  ),
  surroundings: withDefault(
    'FILTER_SURROUNDINGS',
    kinds.path(),
    'packages/log-shipper/ruby/serve.rb',
    'What stands in for the surroundings that Logstash gives to that script.',
  ),
  filebeat: withDefault(
    'FILEBEAT_FILE',
    kinds.path(),
    'k8s/monitoring/logs/filebeat.yml',
    "Filebeat's configuration: fingerprint, limits and fields are read from it.",
  ),
};

/** The values of those settings. */
export type ShipperValues = ValuesOf<typeof settings>;
