import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createElasticsearch, freePort, lastLine, run } from '@gomon/dev-stack';
import {
  type BuiltImage,
  container,
  type KubernetesObject,
  podPart,
} from '@gomon/platform';
import type { Findings } from '../findings';
import { workload } from './workload';

/** The job that makes Elasticsearch ready, against a real one, against one that is ready, and against none. */
export async function verifySetUpImage(
  image: BuiltImage,
  objects: KubernetesObject[],
  dir: string,
  findings: Findings,
): Promise<void> {
  const own = join(dir, 'setup-pod');
  await mkdir(own, { recursive: true });
  const pod = podPart(workload(objects, 'elasticsearch-setup'), objects, own);
  const start = async (url: string) => {
    const { KIBANA_URL, ...env } = pod.env;
    const { code, output } = await run(
      container(image, {
        ...pod,
        dir: join(own, 'container'),
        // There is no Kibana here, and this Elasticsearch has no lifecycle engine.
        env: { ...env, ELASTICSEARCH_URL: url, ELASTICSEARCH_LIFECYCLE: 'off' },
      }),
    );
    return { code, saw: `exit code ${code}: ${output.trim()}` };
  };
  const elasticsearch = await createElasticsearch({ dir: own });
  try {
    await elasticsearch.start();
    const first = await start(elasticsearch.url);
    findings.holds(
      'elasticsearch-setup: against a real, empty Elasticsearch',
      'exit code 0',
      `exit code ${first.code}: ${lastLine(first.saw)}`,
      first.code === 0,
    );
    const second = await start(elasticsearch.url);
    findings.holds(
      'elasticsearch-setup: once more',
      'exit code 0, nothing to change',
      second.saw,
      second.code === 0 && second.saw.includes('nothing to change'),
    );
  } finally {
    await elasticsearch.stop();
  }
  const nobody = await start(`http://127.0.0.1:${await freePort()}`);
  findings.holds(
    'elasticsearch-setup: against nobody',
    'exit code 1, tried again by the job',
    nobody.saw,
    nobody.code === 1,
  );
}
