import { Config } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ENVIRONMENT,
  ANNOTATION_INSTANCE,
} from '@gomon/plugin-gomon-common';

/** Where people reach the servers that links lead into, without a slash at the end. */
export interface Addresses {
  grafana?: string;
  kibana?: string;
}

/**
 * Reads the addresses for an entity from the configuration: `grafana.domain`, the key of the community Grafana plugin, and
 * `gomon.kibana[].publicUrl` of the instance that the backend would take for this entity.
 */
export function addressesOf(config: Config, entity: Entity): Addresses {
  return {
    grafana: webAddress(config.getOptionalString('grafana.domain')),
    kibana: webAddress(kibanaOf(config, entity)),
  };
}

/** Chooses as the backend does: the named instance, or that of the environment, or the only one of none in particular. */
function kibanaOf(config: Config, entity: Entity): string | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const environment = annotations[ANNOTATION_ENVIRONMENT] ?? 'default';
  const named = annotations[ANNOTATION_INSTANCE];
  const instances = config.getOptionalConfigArray('gomon.kibana') ?? [];
  const where = (key: string, value: string | undefined) =>
    instances.filter(instance => instance.getOptionalString(key) === value);
  const shared = where('environment', undefined);
  const chosen = named
    ? where('name', named)[0]
    : where('environment', environment)[0] ??
      (shared.length === 1 ? shared[0] : undefined);
  return chosen?.getOptionalString('publicUrl');
}

function webAddress(text: string | undefined): string | undefined {
  return text && /^https?:\/\//.test(text)
    ? text.replace(/\/+$/, '')
    : undefined;
}
