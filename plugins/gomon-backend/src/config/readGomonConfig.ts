import { RootConfigService } from '@backstage/backend-plugin-api';
import { ZodError } from 'zod';
import { GomonConfig, GrafanaInstance, gomonSchema } from './schema';

/**
 * Reads and checks everything below `gomon:`.
 *
 * @throws one error that names every mistake with its path and what is expected there. Values are never repeated: one of
 * them may be a secret.
 */
export function readGomonConfig(config: RootConfigService): GomonConfig {
  const parsed = gomonSchema.safeParse(config.getOptional('gomon') ?? {});
  if (!parsed.success) throw new Error(describeMistakes(parsed.error));
  const doubled = namesTwice(parsed.data);
  if (doubled.length > 0) throw new Error(withHeading(doubled));
  const domain = config.getOptionalString('grafana.domain');
  return { ...parsed.data, grafana: withDomain(parsed.data.grafana, domain) };
}

/** `grafana.domain`, the key of the community Grafana plugin, says where people reach it, and alone where it answers. */
function withDomain(
  instances: GrafanaInstance[],
  domain: string | undefined,
): GrafanaInstance[] {
  if (!domain || !/^https?:\/\//.test(domain)) return instances;
  return instances.length > 0
    ? instances.map(own => ({ publicUrl: domain, ...own }))
    : [{ name: 'default', url: domain, publicUrl: domain }];
}

function describeMistakes(error: ZodError): string {
  return withHeading(
    error.issues.map(issue => {
      const path = ['gomon', ...issue.path].reduce<string>(
        (joined, part) =>
          typeof part === 'number'
            ? `${joined}[${part}]`
            : `${joined}${joined && '.'}${String(part)}`,
        '',
      );
      return `${path}: ${issue.message}`;
    }),
  );
}

function withHeading(mistakes: string[]): string {
  const count =
    mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
  return `The configuration of gomon has ${count}:\n${mistakes
    .map(mistake => `  - ${mistake}`)
    .join('\n')}`;
}

function namesTwice(config: GomonConfig): string[] {
  const systems = [
    'kafka',
    'victoriaMetrics',
    'aggregator',
    'filebeat',
    'logstash',
    'elasticsearch',
    'kibana',
    'postgresql',
    'grafana',
    'vmalert',
    'ingress',
  ] as const;
  return systems.flatMap(system =>
    config[system].flatMap(({ name }, index, all) =>
      all.findIndex(other => other.name === name) < index
        ? [
            `gomon.${system}[${index}].name: expected a name that no other instance has`,
          ]
        : [],
    ),
  );
}
