import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const root = join(__dirname, '..', '..', '..');

it('shows in the catalog the very definition that the codec follows', () => {
  const entities = parseAllDocuments(
    readFileSync(join(root, 'catalog-info.yaml'), 'utf8'),
  ).map(document => document.toJS());
  const topic = entities.find(
    ({ kind, metadata }) => kind === 'API' && metadata.name === 'metrics-v4',
  );
  expect(topic.spec.definition).toBe(
    readFileSync(join(root, 'packages', 'wire', 'metrics.proto'), 'utf8'),
  );
});
