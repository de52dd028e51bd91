import { OutputCounters } from '../output/BulkWriter';

/** What is known of the shipper at one moment, as far as Logstash would tell it. */
export interface FilterFigures {
  uptimeMs: number;
  read: number;
  filtered: number;
  acknowledged: number;
  output: OutputCounters;
  deadLetterBytes: number;
  /** False while the filter cannot be run: Logstash then has no pipeline. */
  running: boolean;
}

/** The part of Logstash's `/_node/stats` that gomon's probe reads, filled by the shipper ("Node Stats API", Logstash reference). */
export function logstashStats(figures: FilterFigures) {
  const { acknowledged, deadLetterBytes, filtered, output, read } = figures;
  const events = { in: read, filtered, out: acknowledged };
  const { duplicates, successes, ...failures } = output;
  return {
    name: 'development shipper',
    version: 'development',
    status: 'green',
    jvm: { uptime_in_millis: figures.uptimeMs },
    events,
    pipelines: !figures.running
      ? {}
      : {
          main: {
            events,
            plugins: {
              inputs: [],
              filters: [
                {
                  id: 'aggregator_log',
                  name: 'ruby',
                  events: { in: read, out: filtered },
                },
              ],
              outputs: [
                {
                  id: 'elasticsearch',
                  name: 'elasticsearch',
                  events: { in: filtered, out: acknowledged },
                  documents: { successes: successes + duplicates, ...failures },
                },
              ],
            },
            // Lines wait in their file here, not in a queue.
            queue: {
              type: 'memory',
              events_count: filtered - acknowledged,
              queue_size_in_bytes: 0,
              max_queue_size_in_bytes: 0,
            },
            dead_letter_queue: {
              queue_size_in_bytes: deadLetterBytes,
              dropped_events: 0,
            },
          },
        },
  };
}
