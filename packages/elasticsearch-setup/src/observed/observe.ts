import { byCodeUnits } from '@gomon/service-kit';
import type { Client } from '@elastic/elasticsearch';
import { Desired, IndexTemplate, indexName } from '../desired/desired';
import { FieldMapping } from '../desired/fields';
import { LifecyclePolicy } from '../desired/lifecyclePolicy';
import { matchesPattern } from './matchesPattern';
import { Observed, ObservedIndex } from './observed';

/** Reads everything of the cluster that the plan depends on; changes nothing. */
export async function observe(
  client: Client,
  desired: Desired,
): Promise<Observed> {
  return {
    version: await version(client),
    ...(await lifecycle(client, desired)),
    ...(await templates(client, desired)),
    indices: await indices(client, desired.alias),
  };
}

async function version(client: Client): Promise<string> {
  // Not `GET /`: the build of the Maven registry does not answer it.
  const { nodes } = await client.nodes.info({ node_id: '_local' });
  return Object.values(nodes)[0].version;
}

async function lifecycle(
  client: Client,
  { policy }: Desired,
): Promise<Pick<Observed, 'hasLifecycle' | 'policy'>> {
  if (!policy) {
    return { hasLifecycle: false };
  }
  const answer = await client.transport.request<
    Record<string, { policy: LifecyclePolicy } | undefined>
  >(
    { method: 'GET', path: `/_ilm/policy/${encodeURIComponent(policy.name)}` },
    // 400 or 405: the server knows no such path.
    { ignore: [400, 404, 405], meta: true },
  );
  return {
    hasLifecycle: answer.statusCode !== 400 && answer.statusCode !== 405,
    policy: answer.body[policy.name]?.policy,
  };
}

async function templates(
  client: Client,
  desired: Desired,
): Promise<Pick<Observed, 'templates' | 'rivals'>> {
  const { index_templates: all } = await client.indices.getIndexTemplate();
  const observed: Pick<Observed, 'templates' | 'rivals'> = {
    templates: {},
    rivals: [],
  };
  const first = indexName(desired.alias, 1);
  for (const { name, index_template: template } of all) {
    const patterns = [template.index_patterns].flat();
    if (name in desired.templates) {
      observed.templates[name] = template as unknown as IndexTemplate;
    } else if (patterns.some(pattern => matchesPattern(pattern, first))) {
      observed.rivals.push({ name, priority: template.priority ?? 0 });
    }
  }
  return observed;
}

async function indices(
  client: Client,
  alias: string,
): Promise<ObservedIndex[]> {
  // The name alone is an index of that name, or every index behind the alias.
  const index = [alias, `${alias}-*`];
  const lenient = { ignore_unavailable: true, allow_no_indices: true };
  const found = await client.indices.get({ index, ...lenient });
  const names = Object.keys(found).sort(byCodeUnits);
  return Promise.all(
    names.map(async name => {
      const { aliases = {}, mappings, settings } = found[name];
      const { count } = await client.count({ index: name });
      return {
        name,
        documents: count,
        aliased: alias in aliases,
        writeIndex: aliases[alias]?.is_write_index,
        properties: (mappings?.properties ?? {}) as Record<
          string,
          FieldMapping
        >,
        lifecycle: settings?.index?.lifecycle as ObservedIndex['lifecycle'],
      };
    }),
  );
}
