import { findGoProgram, onPath, Problem, run } from '@gomon/dev-stack';
import type { KubernetesObject } from './object';
import { parseObjects } from './readBase';

const KUSTOMIZE = {
  name: 'kustomize',
  module: 'sigs.k8s.io/kustomize/kustomize/v5',
  version: 'v5.8.2',
};

/** The objects of an overlay, as `kubectl apply -k` would send them. */
export async function buildOverlay(
  folder: string,
): Promise<KubernetesObject[]> {
  const { file, args } = await findKustomize();
  const { code, output } = await run({ file, args: [...args, folder] });
  if (code !== 0) {
    throw new Problem(`${folder} cannot be built: ${output.trim()}`);
  }
  return parseObjects(output, folder);
}

/** kubectl carries a kustomize; without it, kustomize on PATH or built by Go. */
async function findKustomize(): Promise<{ file: string; args: string[] }> {
  const kubectl = onPath('kubectl');
  if (kubectl) {
    return { file: kubectl, args: ['kustomize'] };
  }
  return { file: await findGoProgram(KUSTOMIZE), args: ['build'] };
}

/** Whether overlays can be built on this machine. */
export function canBuildOverlays(): boolean {
  return Boolean(onPath('kubectl', 'kustomize', 'go'));
}
