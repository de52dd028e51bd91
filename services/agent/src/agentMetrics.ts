import { Counter, Gauge, Histogram, Registry } from '@gomon/service-kit';
import type { Outbox } from './outbox/outbox';

const DELAY_BUCKETS = [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 60, 300, 1800, 3600];

/** What the agent tells about itself, beside what every process tells. */
export function createAgentMetrics(registry: Registry) {
  const registers = [registry];
  const counter = <T extends string = string>(
    name: string,
    help: string,
    labelNames: T[] = [],
  ) => new Counter<T>({ name, help, labelNames, registers });
  return {
    collections: counter('gomon_agent_collections_total', 'Readings taken.'),
    collectorErrors: counter(
      'gomon_agent_collector_errors_total',
      'Times a collector could read nothing.',
      ['collector'],
    ),
    skipped: counter(
      'gomon_agent_skipped_cycles_total',
      'Readings that were not taken because the one before took too long, or the machine slept.',
    ),
    messages: counter(
      'gomon_agent_messages_total',
      'Messages that Kafka acknowledged.',
    ),
    bytes: counter(
      'gomon_agent_bytes_total',
      'Size of the acknowledged messages before compression.',
    ),
    batches: counter('gomon_agent_batches_total', 'Acknowledged requests.'),
    dropped: counter(
      'gomon_agent_dropped_total',
      'Readings that were given up: lost.',
      ['reason'],
    ),
    spoolErrors: counter(
      'gomon_agent_spool_errors_total',
      'Readings that the disk did not take; they wait in memory.',
    ),
    spoolCutBytes: counter(
      'gomon_agent_spool_cut_bytes_total',
      'Bytes of unfinished readings that were cut off the spool at the start.',
    ),
    publishErrors: counter(
      'gomon_agent_publish_errors_total',
      'Requests that Kafka did not acknowledge.',
      ['code'],
    ),
    publishSeconds: new Histogram({
      name: 'gomon_agent_publish_seconds',
      help: 'Time from a request to its acknowledgement.',
      buckets: [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10],
      registers,
    }),
    delaySeconds: new Histogram({
      name: 'gomon_agent_delay_seconds',
      help: 'Time from collection to acknowledgement.',
      buckets: DELAY_BUCKETS,
      registers,
    }),
    sequence: new Gauge({
      name: 'gomon_agent_sequence',
      help: 'Number of the last reading.',
      registers,
    }),
    lastAcknowledged: new Gauge({
      name: 'gomon_agent_last_acknowledged_timestamp_seconds',
      help: 'When Kafka last acknowledged, Unix time; 0 for never.',
      registers,
    }),
  };
}

/** The agent's counters. */
export type AgentMetrics = ReturnType<typeof createAgentMetrics>;

/** Shows what waits in an outbox; read when scraped. */
export function showOutbox(registry: Registry, outbox: Outbox): void {
  const gauge = (name: string, help: string, read: () => number) =>
    registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(read());
        },
      }),
    );
  gauge(
    'gomon_agent_outbox_depth',
    'Readings that wait for Kafka.',
    () => outbox.depth,
  );
  gauge(
    'gomon_agent_outbox_bytes',
    'Size of the readings that wait.',
    () => outbox.bytes,
  );
  gauge(
    'gomon_agent_outbox_oldest_seconds',
    'Age of the oldest reading that waits; 0 when none does.',
    () =>
      outbox.oldestAtMs === undefined
        ? 0
        : (Date.now() - outbox.oldestAtMs) / 1000,
  );
}
