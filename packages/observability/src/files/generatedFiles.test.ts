import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '@gomon/dev-stack';
import { generatedFiles } from './generatedFiles';

const files = generatedFiles();
const FOLDERS = [
  'k8s/monitoring/grafana/dashboards',
  'k8s/monitoring/grafana/alerting',
  'k8s/monitoring/vmalert',
  'docs/runbooks',
];

it.each([...files])('%s is what its source says', async (path, content) => {
  const committed = await readFile(join(repositoryRoot, path), 'utf8');
  expect(committed).toBe(content);
});

it('leaves nothing in its folders that no source stands behind', async () => {
  const found = await Promise.all(
    FOLDERS.map(async folder => {
      const entries = await readdir(join(repositoryRoot, folder), {
        recursive: true,
        withFileTypes: true,
      });
      return entries
        .filter(entry => entry.isFile())
        .map(({ name, parentPath }) =>
          join(parentPath, name).slice(repositoryRoot.length + 1),
        );
    }),
  );
  expect(found.flat().sort()).toEqual([...files.keys()].sort());
});

it('keeps every ConfigMap well below the 256 KiB that kubectl apply can remember', () => {
  const sizes = [...files].map(([path, content]) => ({
    path,
    // Once as JSON within an object, and again within the annotation.
    bytes: JSON.stringify(JSON.stringify(content)).length,
  }));
  expect(sizes.filter(({ bytes }) => bytes > 230_000)).toEqual([]);
});

it('holds no secret, and no address but those of variables', () => {
  const templates = [...files].filter(([path]) => path.includes('/templates/'));
  const settings = templates.flatMap(([, text]) =>
    [...text.matchAll(/^\s+(?:url|addresses): (.*)$/gm)].map(
      ([, value]) => value,
    ),
  );
  expect(settings).toEqual(['$GOMON_ON_CALL_WEBHOOK_URL', '$GOMON_TEAM_EMAIL']);
});
