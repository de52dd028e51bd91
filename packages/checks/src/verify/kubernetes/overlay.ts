import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitUntil } from '@gomon/dev-stack';
import {
  buildOverlay,
  countPods,
  kubernetesValidate,
  type KubernetesObject,
  type ListedPod,
  nameOf,
  scoreCriticals,
  volumesForClaims,
} from '@gomon/platform';
import type { Findings } from '../findings';
import type { Cluster } from './cluster';

const NONE = 'none';
const list = (found: string[]) => (found.length ? found.join('; ') : NONE);

/** One overlay: valid, accepted without being kept, applied for real, running, and applied again without a change. */
export async function verifyOverlay(
  name: string,
  path: string,
  cluster: Cluster,
  findings: Findings,
): Promise<void> {
  const holdsNone = (what: string, found: string[]) =>
    findings.holds(`${name}: ${what}`, NONE, list(found), found.length === 0);

  const objects = await buildOverlay(path);
  const file = join(cluster.dir, `${name}.yaml`);
  await writeFile(
    file,
    objects.map(object => `---\n${JSON.stringify(object)}\n`).join(''),
  );
  holdsNone(
    `errors of kubernetes-validate, strict (${objects.length} objects)`,
    await kubernetesValidate(file),
  );
  holdsNone(
    'critical findings of kube-score without a written reason',
    await scoreCriticals(file),
  );

  // A namespace that is not there yet could take nothing in a dry run.
  for (const object of objects.filter(({ kind }) => kind === 'Namespace')) {
    await cluster.apply(object);
  }
  const shown = `k8s/overlays/${name}`;
  findings.ran(`kubectl apply --dry-run=server --validate=strict -k ${shown}`);
  const dry = await cluster.kubectl(
    'apply',
    '--dry-run=server',
    '--validate=strict',
    '--kustomize',
    path,
  );
  holdsNone('refused in the dry run', complaints(dry.output));

  findings.ran(`kubectl apply -k ${shown}`);
  const claims = objects.filter(({ kind }) => kind === 'PersistentVolumeClaim');
  const elsewhere = claims.find(
    ({ metadata }) => metadata.namespace !== 'monitoring',
  );
  await cluster.apply(
    volumesForClaims('monitoring', {
      [elsewhere?.metadata.name ?? '']: elsewhere?.metadata.namespace ?? '',
    }),
  );
  const applied = await cluster.kubectl('apply', '--kustomize', path);
  holdsNone('refused', complaints(applied.output));

  await verifyPods(
    name,
    objects
      .filter(({ kind }) => kind === 'Namespace')
      .map(({ metadata }) => metadata.name),
    cluster,
    findings,
  );

  const before = await generations(cluster);
  await cluster.must('apply', '--kustomize', path);
  const after = await generations(cluster);
  holdsNone(
    'changed by applying it again',
    Object.keys(after).filter(key => after[key] !== before[key]),
  );
  findings.saw(
    `${name}: objects`,
    `${objects.length}, from ${nameOf(objects[0])} on`,
  );
}

async function verifyPods(
  name: string,
  namespaces: string[],
  cluster: Cluster,
  findings: Findings,
): Promise<void> {
  const look = async () => {
    const pods = await cluster.json<{ items: ListedPod[] }>(
      'get',
      'pods',
      '--all-namespaces',
    );
    return countPods(pods.items, cluster.nodes, namespaces);
  };
  let seen = await look();
  await waitUntil(
    async () => {
      seen = await look();
      return seen.running === seen.wanted && seen.waiting.length === 0;
    },
    { withinMs: 90_000, everyMs: 2_000 },
  );
  findings.holds(
    `${name}: the specification's pods that run, on ${cluster.nodes} nodes`,
    `${seen.wanted} (11 on one node, one agent a node more)`,
    String(seen.running),
    seen.running === seen.wanted,
  );
  findings.holds(
    `${name}: pods that wait`,
    NONE,
    list(seen.waiting),
    seen.waiting.length === 0,
  );
  const claims = await cluster.json<{
    items: { metadata: { name: string }; status: { phase: string } }[];
  }>('get', 'persistentvolumeclaims', '--all-namespaces');
  const unbound = claims.items
    .filter(({ status }) => status.phase !== 'Bound')
    .map(({ metadata }) => metadata.name);
  findings.holds(
    `${name}: claims that are not bound (of ${claims.items.length})`,
    NONE,
    list(unbound),
    unbound.length === 0,
  );
}

/** How often what is wanted of each object has changed. (kubectl calls some configured that it sent without a change.) */
async function generations(cluster: Cluster): Promise<Record<string, number>> {
  const kinds =
    'deployments,statefulsets,daemonsets,jobs,services,ingresses,networkpolicies,poddisruptionbudgets,configmaps,resourcequotas,limitranges,persistentvolumeclaims';
  const { items } = await cluster.json<{ items: KubernetesObject[] }>(
    'get',
    kinds,
    '--all-namespaces',
  );
  return Object.fromEntries(
    items.map(object => [nameOf(object), object.metadata.generation ?? 0]),
  );
}

/** What kubectl said besides what it created or left as it was. */
function complaints(output: string): string[] {
  return output
    .split('\n')
    .filter(Boolean)
    .filter(
      line =>
        !/ (created|configured|unchanged|serverside-applied)( \(server dry run\))?$/.test(
          line,
        ),
    );
}
