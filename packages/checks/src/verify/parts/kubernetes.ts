import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '@gomon/dev-stack';
import { ARGO_CD_VERSION, KUBERNETES_VALIDATE_VERSION } from '@gomon/platform';
import type { Findings } from '../findings';
import { Cluster } from '../kubernetes/cluster';
import { verifyOverlay } from '../kubernetes/overlay';
import { verifyProbes } from '../kubernetes/probes';
import { verifyAccess, verifyRefusals } from '../kubernetes/refusals';
import { verifyReadOnlyProxy } from '../kubernetes/readOnlyProxy';
import { verifySmokeTest } from '../kubernetes/smokeTest';
import { verifySecrets } from '../kubernetes/secrets';
import type { VerifyPart } from '../part';

/** Overlays, and how many nodes each is made for. */
const OVERLAYS: [string, number][] = [
  ['local', 1],
  ['production', 3],
  ['logstash-host-network', 1],
];

export const kubernetes: VerifyPart = {
  name: 'kubernetes',
  title: 'the platform in a real Kubernetes API',
  minutes: 5,
  about:
    "Applies each overlay to a control plane of its own (etcd, API server, controller manager, scheduler), first without keeping it, then for real. kwok plays the kubelets and volumes are made for the claims: this shows admission, quotas, scheduling and rights. It does not show what runs inside containers: no image is pulled and no probe is asked. Beside the local overlay the portal's own backend runs, with the token of its service account: what it says of a whole platform, of one with everything broken that can be, and without the cluster.",
  async run(findings) {
    for (const [name, nodes] of OVERLAYS) {
      const dir = await mkdtemp(join(tmpdir(), 'gomon-verify-'));
      const cluster = await Cluster.start(dir, nodes);
      try {
        await versions(cluster, findings);
        await verifySecrets(cluster, findings);
        const path = join(repositoryRoot, 'k8s', 'overlays', name);
        await verifyOverlay(name, path, cluster, findings);
        if (name === 'local') {
          await verifyArgoCd(cluster, findings);
          await verifyAccess(cluster, findings);
          await verifyRefusals(cluster, findings);
          await verifyReadOnlyProxy(cluster, findings);
          await verifySmokeTest(cluster, findings);
          await verifyProbes(cluster, findings);
        }
      } finally {
        await cluster.stop();
        await rm(dir, { recursive: true, force: true });
      }
    }
  },
};

async function versions(cluster: Cluster, findings: Findings): Promise<void> {
  const { serverVersion } = await cluster.json<{
    serverVersion: { gitVersion: string };
  }>('version');
  findings.version('Kubernetes', serverVersion.gitVersion.slice(1));
  findings.version('the kinds of Argo CD', ARGO_CD_VERSION);
  findings.version('kubernetes-validate', KUBERNETES_VALIDATE_VERSION);
}

async function verifyArgoCd(
  cluster: Cluster,
  findings: Findings,
): Promise<void> {
  const path = join(repositoryRoot, 'k8s', 'argocd');
  findings.ran('kubectl apply --validate=strict -k k8s/argocd');
  const { code, output } = await cluster.kubectl(
    'apply',
    '--validate=strict',
    '--kustomize',
    path,
  );
  findings.holds(
    'project and application of Argo CD',
    'accepted by its own definitions',
    code === 0 ? 'accepted' : output.trim(),
    code === 0,
  );
}
