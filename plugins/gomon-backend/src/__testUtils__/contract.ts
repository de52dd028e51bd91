import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

interface Operation {
  responses: Record<string, { $ref?: string; content?: Content }>;
}
type Content = { 'application/json': { schema: object } };

const document = parse(
  readFileSync(resolve(__dirname, '../schema/openapi.yaml'), 'utf8'),
  { merge: true },
);
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(document, 'openapi');

/** Every route of the schema, by its path with parameters. */
export const routesInSchema: string[] = Object.keys(document.paths);

/** What an answer lacks or has too much of the schema's promise; empty where it keeps it. */
export function breaches(
  route: string,
  status: number,
  body: unknown,
): string[] {
  const { responses }: Operation = document.paths[route].get;
  const key = responses[status] ? String(status) : 'default';
  const schema = responses[key].$ref
    ? 'openapi#/components/responses/Error/content/application~1json/schema'
    : `openapi#/paths/${escape(
        route,
      )}/get/responses/${key}/content/application~1json/schema`;
  const validate = ajv.getSchema(schema) ?? ajv.compile({ $ref: schema });
  if (validate(body)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message}`,
  );
}

function escape(path: string): string {
  return encodeURIComponent(path.replace(/~/g, '~0').replace(/\//g, '~1'));
}
