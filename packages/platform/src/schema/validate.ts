import Ajv, { type ValidateFunction } from 'ajv';
import type { KubernetesObject } from '../manifests/object';
import type { SchemaBundle } from './collectSchemas';
import bundle from './schemas.json';

const schemas = bundle as unknown as SchemaBundle;
const ajv = new Ajv({ allErrors: true, strict: false, allowUnionTypes: true });
ajv.addSchema({ $id: 'kubernetes', $defs: schemas.$defs });
const compiled = new Map<string, ValidateFunction>();

/**
 * What is wrong with an object by the schemas of Kubernetes and Argo CD; nothing when it is right. A field that the
 * kind does not have is wrong.
 */
export function schemaErrors(object: KubernetesObject): string[] {
  const kind = `${object.apiVersion}/${object.kind}`;
  const definition = schemas.kinds[kind];
  if (!definition) {
    return [`there is no schema for ${kind}`];
  }
  let validate = compiled.get(kind);
  if (!validate) {
    validate = ajv.compile({ $ref: `kubernetes#/$defs/${definition}` });
    compiled.set(kind, validate);
  }
  validate(object);
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const field = params.additionalProperty
      ? ` (${params.additionalProperty})`
      : '';
    return `${instancePath || '/'} ${message}${field}`;
  });
}
