import { Entity } from '@backstage/catalog-model';
import { Topology } from '@gomon/plugin-gomon-node';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { toTopology } from '../../src/catalog/toTopology';

/** The platform as catalog-info.yaml at the top of the repository describes it. */
export async function platformTopology(): Promise<Topology> {
  const file = resolve(__dirname, '../../../../catalog-info.yaml');
  const documents = parseAllDocuments(await readFile(file, 'utf8'));
  const entities = documents
    .map(document => document.toJS() as Entity | null)
    .filter(entity => entity !== null);
  return toTopology(entities, 'default');
}
