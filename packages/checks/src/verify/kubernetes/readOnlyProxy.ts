import { createReadOnlyProxy, freePort } from '@gomon/dev-stack';
import type { Findings } from '../findings';
import type { Cluster } from './cluster';

const MONITORING = '/api/v1/namespaces/monitoring';

/** What is asked through the proxy of `yarn dev --with kubernetes`, as administrator, and how it must answer. */
const QUESTIONS: [string, string, string, number][] = [
  ['pods', 'GET', `${MONITORING}/pods`, 200],
  ['secrets of a namespace', 'GET', `${MONITORING}/secrets`, 403],
  ['secrets of all', 'GET', '/api/v1/secrets', 403],
  ['a way into a pod', 'GET', `${MONITORING}/pods/kafka-0/exec`, 403],
  ['a deletion', 'DELETE', `${MONITORING}/pods/kafka-0`, 403],
  ['a change', 'PATCH', `${MONITORING}/pods/kafka-0`, 403],
];

/** In development the portal reads a cluster with the rights of whoever develops: nothing may be changed by it, and no secret read. */
export async function verifyReadOnlyProxy(
  cluster: Cluster,
  findings: Findings,
): Promise<void> {
  const { kubeconfig, kubectlFile } = cluster.controlPlane;
  const port = await freePort();
  const proxy = createReadOnlyProxy({
    kubectl: kubectlFile,
    kubeconfig,
    port,
    logDir: cluster.dir,
  });
  await proxy.start();
  try {
    const wrong: string[] = [];
    for (const [what, method, path, wanted] of QUESTIONS) {
      const { status } = await fetch(`${proxy.address}${path}`, { method });
      if (status !== wanted) wrong.push(`${what}: HTTP ${status}`);
    }
    findings.holds(
      `answers of the read-only way to the API that are not as wanted (of ${QUESTIONS.length})`,
      'none',
      wrong.length === 0 ? 'none' : wrong.join('; '),
      wrong.length === 0,
    );
  } finally {
    await proxy.stop();
  }
}
