import { join } from 'node:path';
import { main, Problem, repositoryRoot, sentenceOf } from '@gomon/dev-stack';
import { kubectl } from '../cluster/kubectl';
import { buildOverlay } from '../manifests/kustomize';
import { mismatches } from '../resources/compare';
import {
  runningContainers,
  type RunningContainer,
} from '../resources/containers';
import { parseReading, readingScript } from '../resources/reading';
import { resourceRow, RESOURCE_HEAD } from '../resources/table';

/** Reads the cgroup of every container and compares its limits with the manifests. */
async function verifyResources(overlay = 'local'): Promise<number> {
  const manifests = await buildOverlay(
    join(repositoryRoot, 'k8s', 'overlays', overlay),
  );
  const namespaces = manifests
    .filter(({ kind }) => kind === 'Namespace')
    .map(({ metadata }) => metadata.name);
  const pods = await Promise.all(
    namespaces.map(async namespace => {
      const text = await kubectl('-n', namespace, 'get', 'pods', '-o', 'json');
      return JSON.parse(text).items;
    }),
  );
  const containers = runningContainers(pods.flat(), manifests);
  if (containers.length === 0) {
    throw new Problem(
      `No pod of the platform runs in ${namespaces.join(
        ', ',
      )}: deploy it, or choose another context of kubectl.`,
    );
  }
  process.stdout.write(`${RESOURCE_HEAD}\n`);
  let wrong = 0;
  for (const container of containers) {
    wrong += await verifyOne(container);
  }
  process.stdout.write(
    wrong === 0
      ? `${containers.length} containers are limited as the manifests say.\n`
      : `${wrong} of ${containers.length} containers are not as the manifests say.\n`,
  );
  return wrong === 0 ? 0 : 1;
}

async function verifyOne(own: RunningContainer): Promise<0 | 1> {
  const { namespace, pod, container, limits } = own;
  try {
    const command = ['sh', '-c', readingScript()];
    const text = await kubectl(
      ...['-n', namespace, 'exec', pod, '-c', container, '--', ...command],
    );
    const reading = parseReading(text);
    const found = mismatches(reading, limits);
    process.stdout.write(`${resourceRow(own, reading)}\n`);
    found.forEach(line => process.stdout.write(`  WRONG: ${line}\n`));
    return found.length > 0 ? 1 : 0;
  } catch (error) {
    process.stdout.write(
      `${pod} ${container}\n  WRONG: cannot be read: ${sentenceOf(error)}\n`,
    );
    return 1;
  }
}

main(() => verifyResources(process.argv[2]));
