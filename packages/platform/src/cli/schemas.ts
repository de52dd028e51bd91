import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createControlPlane,
  main,
  Problem,
  repositoryRoot,
  waitUntil,
} from '@gomon/dev-stack';
import { argoCdDefinitions } from '../schema/argoCd';
import { collectSchemas, type OpenApi } from '../schema/collectSchemas';
import { KINDS } from '../schema/kinds';

const TARGET = join(
  repositoryRoot,
  'packages/platform/src/schema/schemas.json',
);

/** Writes schemas.json anew, out of a real API server that knows Argo CD's kinds. */
async function writeSchemas(): Promise<number> {
  const dir = await mkdtemp(join(tmpdir(), 'gomon-schemas-'));
  const controlPlane = await createControlPlane({ dir, nodes: 0 });
  try {
    await controlPlane.start();
    for (const file of await argoCdDefinitions()) {
      const { code, output } = await controlPlane.kubectl([
        'create',
        '--filename',
        file,
      ]);
      if (code !== 0) {
        throw new Problem(`${file} was not accepted: ${output}`);
      }
    }
    let openApi: OpenApi | undefined;
    const published = await waitUntil(
      async () => {
        const raw = ['get', '--raw', '/openapi/v2'];
        openApi = JSON.parse((await controlPlane.kubectl(raw)).output);
        return JSON.stringify(openApi).includes('argoproj.io');
      },
      { withinMs: 60_000, everyMs: 1_000 },
    );
    if (!openApi || !published) {
      throw new Problem('The API server did not publish the kinds of Argo CD.');
    }
    const bundle = collectSchemas(openApi, KINDS);
    await writeFile(TARGET, `${JSON.stringify(bundle)}\n`);
    process.stdout.write(`${TARGET}: Kubernetes ${bundle.version}\n`);
    return 0;
  } finally {
    await controlPlane.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

main(writeSchemas);
