import {
  findGoProgram,
  installOnce,
  onPath,
  Problem,
  run,
} from '@gomon/dev-stack';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Version of the OpenTelemetry collector that is built, and of its parts that have the same. */
export const COLLECTOR_VERSION = 'v0.155.0';
const STABLE_VERSION = 'v1.61.0';
const BUILDER = {
  name: 'builder',
  module: 'go.opentelemetry.io/collector/cmd/builder',
  version: COLLECTOR_VERSION,
};
const CORE = 'go.opentelemetry.io/collector';
const PROVIDERS = ['file', 'env', 'yaml'].map(
  kind => `${CORE}/confmap/provider/${kind}provider ${STABLE_VERSION}`,
);

/** Where most parts of the collector are. */
export const CONTRIB =
  'github.com/open-telemetry/opentelemetry-collector-contrib';

/** What a collector is made of: Go modules with their versions, separated by a blank. */
export interface CollectorParts {
  readonly receivers: readonly string[];
  readonly exporters: readonly string[];
}

/**
 * Builds a collector of these parts with its own builder, once.
 *
 * @param name - of the folder that keeps it
 * @returns its file
 * @throws Problem when Go is missing or the build fails
 */
export async function buildCollector(
  name: string,
  parts: CollectorParts,
): Promise<string> {
  const all = { ...parts, providers: PROVIDERS };
  const folder = await installOnce(
    `${name}-${COLLECTOR_VERSION}`,
    async draft => {
      const go = onPath('go');
      if (!go) {
        throw new Problem(
          'The OpenTelemetry collector is built by Go, which is not on PATH: install it.',
        );
      }
      const modules = Object.values(all).flat();
      await writeFile(
        join(draft, 'builder.yaml'),
        builderConfiguration(draft, all),
      );
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
        `${CORE}/otelcol@${COLLECTOR_VERSION}`,
      );
      await step(go, 'get', '.');
      const build = ['build', '-trimpath', '-ldflags=-s -w', '-o', 'otelcol'];
      await step(go, ...build, '.');
    },
  );
  return join(folder, 'otelcol');
}

function builderConfiguration(
  folder: string,
  parts: Record<string, readonly string[]>,
): string {
  const sections = Object.entries(parts).map(
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
