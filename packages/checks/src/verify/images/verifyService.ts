import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@gomon/dev-stack';
import {
  type BuiltImage,
  type KubernetesObject,
  podPart,
} from '@gomon/platform';
import type { Findings } from '../findings';
import { workload } from './workload';
import { RunningImage } from './runningImage';

/**
 * Agent and aggregator, with nobody to speak to: they live, and end when told. What they do with a real Kafka and a real
 * VictoriaMetrics is in `packages/platform/integration/images.test.ts`.
 */
export async function verifyService(
  name: 'agent' | 'aggregator',
  image: BuiltImage,
  objects: KubernetesObject[],
  dir: string,
  findings: Findings,
): Promise<void> {
  const own = join(dir, `${name}-pod`);
  await mkdir(own, { recursive: true });
  const port = await freePort();
  const pod = podPart(workload(objects, name), objects, own);
  const running = new RunningImage(
    name,
    image,
    {
      ...pod,
      // Without Kafka it is alive and not ready.
      probes: { livenessProbe: pod.probes.livenessProbe },
      env: {
        ...pod.env,
        METRICS_PORT: String(port),
        // The host's root is not mounted here, and the node has no name.
        NODE_NAME: 'node-1',
        HOST_ROOT: '',
      },
    },
    own,
    port,
  );
  try {
    await running.verifyHealth(findings);
    await running.verifyEnd(findings);
  } finally {
    await running.remove();
  }
}
