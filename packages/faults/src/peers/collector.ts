import {
  findGoProgram,
  installOnce,
  onPath,
  Problem,
  run,
} from '@gomon/dev-stack';
import { toSamples } from '@gomon/wire';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../fleet/hostModel';
import { Contestant, Place } from './contestant';
import { encodeOtlp } from './otlp';
import { startProgram } from './startProgram';

const VERSION = 'v0.155.0';
const STABLE_VERSION = 'v1.61.0';
const BUILDER = {
  name: 'builder',
  module: 'go.opentelemetry.io/collector/cmd/builder',
  version: VERSION,
};
const CONTRIB = 'github.com/open-telemetry/opentelemetry-collector-contrib';
const CORE = 'go.opentelemetry.io/collector';
const PARTS = {
  receivers: [`${CONTRIB}/receiver/kafkareceiver ${VERSION}`],
  exporters: [`${CONTRIB}/exporter/prometheusremotewriteexporter ${VERSION}`],
  providers: ['file', 'env', 'yaml'].map(
    kind => `${CORE}/confmap/provider/${kind}provider ${STABLE_VERSION}`,
  ),
};

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
    setting: `${VERSION.slice(
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

/** Builds a collector of these parts with its own builder, once. */
async function build(): Promise<string> {
  const folder = await installOnce(`otelcol-${VERSION}`, async draft => {
    const go = onPath('go');
    if (!go) {
      throw new Problem(
        'The OpenTelemetry collector is built by Go, which is not on PATH: install it.',
      );
    }
    const modules = Object.values(PARTS).flat();
    await writeFile(join(draft, 'builder.yaml'), builderConfiguration(draft));
    const step = (file: string, ...args: string[]) =>
      runOrThrow(file, args, draft);
    await step(
      await findGoProgram(BUILDER),
      ...['--config', 'builder.yaml'],
      ...['--skip-compilation', '--skip-get-modules'],
    );
    await step(go, 'mod', 'init', 'gomon.example/otelcol');
    await step(
      ...([go, 'get'] as const),
      ...modules.map(part => part.replace(' ', '@')),
      `${CORE}/otelcol@${VERSION}`,
    );
    await step(go, 'get', '.');
    await step(
      go,
      'build',
      '-trimpath',
      '-ldflags=-s -w',
      '-o',
      'otelcol',
      '.',
    );
  });
  return join(folder, 'otelcol');
}

function builderConfiguration(folder: string): string {
  const sections = Object.entries(PARTS).map(
    ([kind, modules]) =>
      `${kind}:\n${modules.map(part => `  - gomod: ${part}\n`).join('')}`,
  );
  return `dist:
  name: otelcol
  module: gomon.example/otelcol
  output_path: ${folder}
${sections.join('')}`;
}

async function runOrThrow(file: string, args: string[], cwd: string) {
  const { code, output } = await run({ file, args, cwd });
  if (code !== 0) {
    throw new Problem(
      `The OpenTelemetry collector could not be built: ${output.slice(-500)}`,
    );
  }
}
