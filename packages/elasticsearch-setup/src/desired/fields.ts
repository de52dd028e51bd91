/** One field of a document, as an Elasticsearch mapping declares it. */
export type FieldMapping =
  | { type: 'date' | 'double' | 'keyword' | 'long' | 'text' }
  | { type: 'object'; enabled: false }
  | { properties: Record<string, FieldMapping> };

const keyword: FieldMapping = { type: 'keyword' };

/**
 * The fields of a log document. What the Ruby filter (k8s/monitoring/logs/aggregator_log.rb) writes stands here; anything
 * else a document may carry is kept in its source and not indexed, so that no line can grow the mapping.
 */
export const fields: Record<string, FieldMapping> = {
  // The sample's own time, or the line's.
  '@timestamp': { type: 'date' },
  message: { type: 'text' },
  tags: keyword,
  metric_name: keyword,
  metric_value: { type: 'double' },
  instance: keyword,
  mountpoint: keyword,
  interface: keyword,
  scope: keyword,
  app: keyword,
  environment: keyword,
  service: keyword,
  host: { properties: { name: keyword } },
  // When the shipper read the line.
  event: { properties: { created: { type: 'date' } } },
  error: { properties: { message: keyword } },
  log: {
    properties: {
      level: keyword,
      // The line's place in its file, in bytes: where it begins, how long it is, where the next one begins.
      offset: { type: 'long' },
      bytes: { type: 'long' },
      end: { type: 'long' },
      file: { properties: { path: keyword, fingerprint: keyword } },
    },
  },
  // What else a structured diagnostic said: shown, not searched.
  details: { type: 'object', enabled: false },
};
