import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

interface Operation {
  responses: Record<string, object>;
}

const document = parse(
  readFileSync(resolve(__dirname, '../schema/openapi.yaml'), 'utf8'),
  { merge: true },
);
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(document, 'openapi');

/** Every operation of the schema, such as `get /hosts`. */
export const operationsInSchema: string[] = Object.entries(
  document.paths as Record<string, object>,
).flatMap(([path, operations]) =>
  Object.keys(operations).map(method => `${method} ${path}`),
);

/** What an answer lacks or has too much of the schema's promise; empty where it keeps it. */
export function breaches(
  operation: string,
  status: number,
  body: unknown,
): string[] {
  const [method, path] = operation.split(' ');
  const { responses }: Operation = document.paths[path][method];
  const schema = responses[status]
    ? `openapi#/paths/${escape(
        path,
      )}/${method}/responses/${status}/content/application~1json/schema`
    : 'openapi#/components/responses/Error/content/application~1json/schema';
  const validate = ajv.getSchema(schema) ?? ajv.compile({ $ref: schema });
  if (validate(body)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message}`,
  );
}

function escape(path: string): string {
  return encodeURIComponent(path.replace(/~/g, '~0').replace(/\//g, '~1'));
}
