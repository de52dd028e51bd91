import {
  buildCollector,
  COLLECTOR_VERSION,
  CONTRIB,
  startProgram,
} from '@gomon/faults';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AgentContestant, AgentPlace, NO_DISKS } from './contestant';

// The newest one that can be had as a Go module.
const HOSTMETRICS_VERSION = 'v0.149.0';

const build = () =>
  buildCollector('otelcol-agent', {
    receivers: [
      `${CONTRIB}/receiver/hostmetricsreceiver ${HOSTMETRICS_VERSION}`,
    ],
    exporters: [`${CONTRIB}/exporter/kafkaexporter ${COLLECTOR_VERSION}`],
  });

/** The OpenTelemetry collector as an agent. */
export const collectorAgent: AgentContestant = {
  title: 'OpenTelemetry collector',
  setting: `${COLLECTOR_VERSION.slice(
    1,
  )}, hostmetrics ${HOSTMETRICS_VERSION.slice(
    1,
  )}; cpu, memory, filesystem and network; OTLP in protobuf`,
  async prepare() {
    await build();
  },
  async start(place) {
    const config = join(place.dir, 'collector.yaml');
    await writeFile(config, configurationOf(place));
    return startProgram(
      { file: await build(), args: ['--config', config] },
      join(place.dir, 'collector.log'),
    );
  },
};

function configurationOf({ brokers, topic, intervalSeconds }: AgentPlace) {
  return `receivers:
  hostmetrics:
    collection_interval: ${intervalSeconds}s
    initial_delay: 0s
    scrapers:
      cpu:
        metrics:
          system.cpu.time: { enabled: false }
          system.cpu.utilization: { enabled: true }
      memory: {}
      filesystem:
        exclude_fs_types: { match_type: strict, fs_types: [${NO_DISKS}] }
      # Counting connections would read every process' files, which the others do not.
      network:
        metrics:
          system.network.connections: { enabled: false }
exporters:
  kafka:
    brokers: [${brokers}]
    metrics: { topic: ${topic}, encoding: otlp_proto }
    producer: { required_acks: -1 }
service:
  telemetry: { metrics: { level: none } }
  pipelines:
    metrics: { receivers: [hostmetrics], exporters: [kafka] }
`;
}
