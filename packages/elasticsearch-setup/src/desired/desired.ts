import { FieldMapping, fields } from './fields';
import {
  LIFECYCLE_POLICY,
  LifecyclePolicy,
  lifecyclePolicy,
} from './lifecyclePolicy';

/** What may differ from one cluster to another. */
export interface DesiredOptions {
  /** The write alias, and the beginning of every index's name. */
  alias: string;
  /** Copies of the one shard; 0 on a single node, where a copy has no place to go. */
  replicas: number;
  /** False for an Elasticsearch that is known to have no lifecycle engine. */
  lifecycle: boolean;
}

/** An index template as Elasticsearch gives it back: settings nested, their values text. */
export interface IndexTemplate {
  index_patterns: string[];
  priority: number;
  allow_auto_create?: boolean;
  template?: {
    settings: { index: Record<string, unknown> };
    mappings: { dynamic: string; properties: Record<string, FieldMapping> };
  };
  _meta: Record<string, string>;
}

/** How the cluster is to be. */
export interface Desired {
  alias: string;
  policy?: { name: string; policy: LifecyclePolicy };
  templates: Record<string, IndexTemplate>;
}

const managed = { managed_by: 'gomon, packages/elasticsearch-setup' };

/** How the cluster is to be: policy, templates and the alias that all writing goes through. */
export function desiredState(options: DesiredOptions): Desired {
  const { alias, lifecycle, replicas } = options;
  const index: Record<string, unknown> = {
    number_of_shards: '1',
    number_of_replicas: String(replicas),
    ...(lifecycle && {
      lifecycle: { name: LIFECYCLE_POLICY, rollover_alias: alias },
    }),
  };
  return {
    alias,
    ...(lifecycle && {
      policy: { name: LIFECYCLE_POLICY, policy: lifecyclePolicy },
    }),
    templates: {
      [alias]: {
        index_patterns: [`${alias}-*`],
        priority: 300,
        template: {
          settings: { index },
          mappings: { dynamic: 'false', properties: fields },
        },
        _meta: managed,
      },
      // Should the alias ever be missing, writing to its name fails, and is told and tried again, instead of making an
      // index of that name that no policy rolls over.
      [`${alias}-alias-only`]: {
        index_patterns: [alias],
        priority: 300,
        allow_auto_create: false,
        _meta: managed,
      },
    },
  };
}

/** The name of the n-th index behind the alias: `aggregator-logs-000001`. */
export function indexName(alias: string, generation: number): string {
  return `${alias}-${String(generation).padStart(6, '0')}`;
}

// The lifecycle engine calls an index that it has shrunk shrink-x1y2-aggregator-logs-000002.
const SHRUNK = /^shrink-(?:[a-z0-9_-]{4}-)?/;

/** The number in an index's name, if it is one of the series. */
export function generationOf(alias: string, index: string): number | undefined {
  const name = index.replace(SHRUNK, '');
  const suffix = name.startsWith(`${alias}-`)
    ? name.slice(alias.length + 1)
    : '';
  return /^\d{6,}$/.test(suffix) ? Number(suffix) : undefined;
}
