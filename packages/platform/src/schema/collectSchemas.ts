/** A JSON schema, as far as it matters here. */
export interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  [keyword: string]: unknown;
}

/** What an API server answers to `GET /openapi/v2`, as far as it matters here. */
export interface OpenApi {
  info: { version: string };
  definitions: Record<string, Schema>;
}

/** Schemas of some kinds, and of all that they refer to. */
export interface SchemaBundle {
  version: string;
  /** The definition of `apps/v1/Deployment` and so on. */
  kinds: Record<string, string>;
  $defs: Record<string, Schema>;
}

interface GroupVersionKind {
  group: string;
  version: string;
  kind: string;
}

/**
 * The schemas of some kinds out of an API server's OpenAPI document, made strict: a field that the kind does not have
 * is an error, as it is for `kubectl apply --validate=strict`.
 *
 * @throws Error when the server does not know a kind
 */
export function collectSchemas(
  openApi: OpenApi,
  kinds: string[],
): SchemaBundle {
  const byKind: Record<string, string> = {};
  for (const [name, schema] of Object.entries(openApi.definitions)) {
    const own = schema['x-kubernetes-group-version-kind'] as
      | GroupVersionKind[]
      | undefined;
    // Options of a request belong to many kinds; an object belongs to one.
    if (own?.length === 1) {
      const { group, version, kind } = own[0];
      byKind[`${group ? `${group}/` : ''}${version}/${kind}`] = name;
    }
  }
  const bundle: SchemaBundle = {
    version: openApi.info.version,
    kinds: {},
    $defs: {},
  };
  const wanted: string[] = [];
  for (const kind of kinds) {
    if (!byKind[kind]) {
      throw new Error(`The API server knows no ${kind}`);
    }
    bundle.kinds[kind] = byKind[kind];
    wanted.push(byKind[kind]);
  }
  for (let name = wanted.pop(); name; name = wanted.pop()) {
    if (!bundle.$defs[name]) {
      bundle.$defs[name] = strict(openApi.definitions[name], name, wanted);
    }
  }
  return bundle;
}

function strict(schema: Schema, name: string, wanted: string[]): Schema {
  if (name.endsWith('.Quantity')) {
    return { type: ['string', 'number'] } as unknown as Schema;
  }
  if (name.endsWith('.IntOrString') || schema['x-kubernetes-int-or-string']) {
    return { type: ['string', 'integer'] } as unknown as Schema;
  }
  if (schema.$ref) {
    const target = schema.$ref.slice('#/definitions/'.length);
    wanted.push(target);
    return { $ref: `#/$defs/${target}` };
  }
  const result: Schema = {};
  for (const keyword of [
    'type',
    'required',
    'enum',
    'pattern',
    'minimum',
    'maximum',
  ]) {
    if (schema[keyword] !== undefined) {
      result[keyword] = schema[keyword];
    }
  }
  if (schema.items) {
    result.items = strict(schema.items, '', wanted);
  }
  if (schema.properties) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, value]) => [
        key,
        strict(value, '', wanted),
      ]),
    );
    result.additionalProperties =
      schema['x-kubernetes-preserve-unknown-fields'] === true;
  } else if (typeof schema.additionalProperties === 'object') {
    result.additionalProperties = strict(
      schema.additionalProperties,
      '',
      wanted,
    );
  }
  return result;
}
