import { toSamples } from '@gomon/wire';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../fleet/hostModel';
import { buildCollector, COLLECTOR_VERSION, CONTRIB } from './buildCollector';
import { Contestant, Place } from './contestant';
import { encodeOtlp } from './otlp';
import { startProgram } from './startProgram';

const build = () =>
  buildCollector('otelcol', {
    receivers: [`${CONTRIB}/receiver/kafkareceiver ${COLLECTOR_VERSION}`],
    exporters: [
      `${CONTRIB}/exporter/prometheusremotewriteexporter ${COLLECTOR_VERSION}`,
    ],
  });

/** The OpenTelemetry collector as it comes. */
export const collector = contestant(
  'OpenTelemetry collector',
  'defaults',
  '',
  '',
);

/** The collector with everything set that keeps it from losing. */
export const carefulCollector = contestant(
  'OpenTelemetry collector, careful',
  'offsets are marked after the export alone, no sending queue, tried again without end',
  `
    message_marking: { after: true, on_error: false }`,
  `
    remote_write_queue: { enabled: false }
    retry_on_failure: { enabled: true, max_elapsed_time: 0s }`,
);

function contestant(
  title: string,
  setting: string,
  receiver: string,
  exporter: string,
): Contestant {
  return {
    title,
    setting: `${COLLECTOR_VERSION.slice(
      1,
    )}; OTLP in protobuf, Prometheus remote write; ${setting}`,
    valueOf: (model, host, sequence) =>
      encodeOtlp(toSamples(messageOf(model, host, sequence)).samples),
    async prepare() {
      await build();
    },
    async start(place) {
      const config = join(place.dir, 'collector.yaml');
      await writeFile(config, configurationOf(place, receiver, exporter));
      return startProgram(
        { file: await build(), args: ['--config', config] },
        join(place.dir, 'collector.log'),
      );
    },
  };
}

function configurationOf(
  { brokers, topic, group, database }: Place,
  receiver: string,
  exporter: string,
): string {
  return `receivers:
  kafka:
    brokers: [${brokers}]
    group_id: ${group}
    initial_offset: earliest
    metrics: { topics: [${topic}], encoding: otlp_proto }${receiver}
exporters:
  prometheusremotewrite:
    endpoint: ${database}/api/v1/write
    add_metric_suffixes: false
    target_info: { enabled: false }${exporter}
service:
  telemetry: { metrics: { level: none } }
  pipelines:
    metrics: { receivers: [kafka], exporters: [prometheusremotewrite] }
`;
}
