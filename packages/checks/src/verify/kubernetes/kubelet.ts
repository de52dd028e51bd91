import { Problem } from '@gomon/dev-stack';
import type { Cluster } from './cluster';

interface Pod {
  metadata: { name: string; namespace: string };
  status: { containerStatuses: { name: string; restartCount: number }[] };
}

/** What a kubelet would write of one container. */
export interface ContainerFate {
  state?: object;
  lastState?: object;
  ready: boolean;
  restartCount?: number;
}

/** Writes the status of a container of a pod as the node's kubelet would: kwok starts none, so none can fail by itself. */
export async function writeContainerStatus(
  cluster: Cluster,
  name: string,
  fate: ContainerFate,
  container = name,
): Promise<void> {
  const { items } = await cluster.json<{ items: Pod[] }>(
    'get',
    'pods',
    '--namespace',
    'monitoring',
    '--selector',
    `app.kubernetes.io/name=${name}`,
  );
  const [pod] = items;
  if (!pod) throw new Problem(`There is no pod of ${name}.`);
  const containerStatuses = pod.status.containerStatuses.map(own =>
    own.name === container ? { ...own, ...fate } : own,
  );
  const ready = fate.ready ? 'True' : 'False';
  const conditions = ['Ready', 'ContainersReady'].map(type => ({
    type,
    status: ready,
  }));
  await cluster.must(
    'patch',
    'pod',
    pod.metadata.name,
    '--namespace',
    pod.metadata.namespace,
    '--subresource',
    'status',
    '--patch',
    JSON.stringify({ status: { containerStatuses, conditions } }),
  );
}
