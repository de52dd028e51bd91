import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLine, Problem, repositoryRoot, run } from '@gomon/dev-stack';
import { argoCdDefinitions } from '../schema/argoCd';
import { kubectl } from './kubectl';
import { volumesForClaims } from './volumes';

/** What the platform expects to find in a cluster. */
const FOUND_THERE = ['argocd', 'ingress-nginx'];
const OURS = ['monitoring', 'monitoring-agents'];

/**
 * Puts the platform into a control plane without containers: what others bring to a cluster, a volume for each claim, the
 * Secrets, the overlay `local`, the Application. Once more changes nothing.
 *
 * @param dir - for files on the way
 */
export async function populate(dir: string): Promise<void> {
  for (const file of await argoCdDefinitions()) {
    // Too large for the annotation that a client's apply keeps.
    await kubectl('apply', '--server-side', '--filename', file);
  }
  await applyObject(join(dir, 'namespaces.json'), {
    apiVersion: 'v1',
    kind: 'List',
    items: [...FOUND_THERE, ...OURS].map(name => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    })),
  });
  await applyObject(join(dir, 'volumes.json'), volumesForClaims('monitoring'));
  await createSecrets();
  const overlay = join(repositoryRoot, 'k8s', 'overlays', 'local');
  await kubectl('apply', '--kustomize', overlay);
  await kubectl('apply', '--kustomize', join(repositoryRoot, 'k8s', 'argocd'));
}

async function applyObject(file: string, object: object): Promise<void> {
  await writeFile(file, JSON.stringify(object));
  await kubectl('apply', '--filename', file);
}

async function createSecrets(): Promise<void> {
  const file = join(repositoryRoot, 'k8s', 'create-secrets.sh');
  const { code, output } = await run({ file: '/bin/bash', args: [file] });
  if (code !== 0) {
    throw new Problem(`k8s/create-secrets.sh: ${lastLine(output)}`);
  }
}
