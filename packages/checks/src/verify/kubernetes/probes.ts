import { kubernetesPortalSettings } from '@gomon/dev-stack';
import type { Findings } from '../findings';
import { patchApplication } from './application';
import type { Cluster } from './cluster';
import { writeContainerStatus } from './kubelet';
import { Portal } from '../portal';

/** Components of the catalog that run in the cluster. */
const PLACED = [
  'component/default/gomon-agent',
  'component/default/gomon-aggregator',
  'resource/default/kafka',
  'resource/default/victoria-metrics',
  'resource/default/grafana',
  'resource/default/filebeat',
  'resource/default/logstash',
  'resource/default/kibana',
  'resource/default/sonarqube',
  'resource/default/postgresql',
];

/** One thing that is broken, and what the portal must say of it. */
interface Fault {
  what: string;
  entity: string;
  check: string;
  status: string;
  words: RegExp;
  make(cluster: Cluster): Promise<unknown>;
}

const waits = (reason: string) => ({ waiting: { reason } });

const FAULTS: Fault[] = [
  {
    what: 'a deployment scaled to zero',
    entity: 'resource/default/grafana',
    check: 'kubernetes.replicas',
    status: 'down',
    words: /Grafana is scaled to zero/,
    make: cluster =>
      cluster.must(
        ...['--namespace', 'monitoring', 'scale', 'deployment/grafana'],
        '--replicas=0',
      ),
  },
  {
    what: 'an image that cannot be pulled (status written as a kubelet does)',
    entity: 'resource/default/kibana',
    check: 'kubernetes.replicas',
    status: 'down',
    words: /its image \S+kibana:\S+ cannot be pulled/,
    make: cluster =>
      writeContainerStatus(cluster, 'kibana', {
        ready: false,
        state: waits('ImagePullBackOff'),
      }),
  },
  {
    what: 'a container killed for want of memory (status written as a kubelet does)',
    entity: 'component/default/gomon-aggregator',
    check: 'kubernetes.restarts',
    status: 'degraded',
    words: /aggregator of gomon aggregator was killed for want of memory/,
    make: cluster =>
      writeContainerStatus(cluster, 'aggregator', {
        ready: true,
        restartCount: 1,
        lastState: ended(137, 'OOMKilled'),
      }),
  },
  {
    what: 'a claim that is full (status written as a kubelet does)',
    entity: 'resource/default/victoria-metrics',
    check: 'kubernetes.replicas',
    status: 'down',
    words: /its claim victoria-metrics-data is full/,
    make: cluster =>
      writeContainerStatus(cluster, 'victoria-metrics', {
        ready: false,
        restartCount: 4,
        state: waits('CrashLoopBackOff'),
        lastState: ended(
          255,
          'Error',
          'FATAL: cannot write /storage/data: no space left on device',
        ),
      }),
  },
  {
    what: 'a pod that no node takes (its node is cordoned)',
    entity: 'resource/default/logstash',
    check: 'kubernetes.replicas',
    status: 'down',
    words: /no node takes it \(0\/1 nodes are available: .*unschedulable/,
    make: async cluster => {
      await cluster.must('cordon', 'kwok-1');
      await cluster.must(
        ...['--namespace', 'monitoring', 'delete', 'pod'],
        ...['--selector', 'app.kubernetes.io/name=logstash'],
      );
    },
  },
  {
    what: 'an application out of sync',
    entity: 'resource/default/argocd',
    check: 'argocd.sync',
    status: 'degraded',
    words: /gomon is out of sync with 1f2e3d4 \(main\): 1 resource/,
    make: cluster => cluster.must(...patchApplication('out-of-sync')),
  },
  {
    what: 'an application that is degraded',
    entity: 'resource/default/argocd',
    check: 'argocd.health',
    status: 'degraded',
    words: /Argo CD calls gomon degraded: 1 resource \(Deployment grafana\)/,
    make: async () => {},
  },
];

function ended(exitCode: number, reason: string, message?: string) {
  const finishedAt = new Date().toISOString();
  return { terminated: { exitCode, reason, message, finishedAt } };
}

/**
 * The portal beside the platform in the cluster, with the token of its own service account: whole, with everything broken
 * that can be, refused one kind of resource, and without the cluster.
 */
export async function verifyProbes(
  cluster: Cluster,
  findings: Findings,
): Promise<void> {
  findings.ran('kubectl create token portal -n monitoring');
  const token = await cluster.must(
    ...['create', 'token', 'portal', '--namespace', 'monitoring'],
  );
  const portal = await Portal.start(cluster.dir, {
    env: kubernetesPortalSettings([
      {
        name: 'gomon',
        url: cluster.controlPlane.url,
        authProvider: 'serviceAccount',
        serviceAccountToken: token.trim(),
        caFile: cluster.controlPlane.caFile,
      },
    ]),
    shows: /^(kubernetes|argocd)\./,
    known: 'resource/default/kafka',
  });
  try {
    await verifyWhole(portal, findings);
    await verifyFaults(portal, cluster, findings);
    await verifyRefusedKind(portal, cluster, findings);
    await verifyUnreachable(portal, cluster, findings);
  } finally {
    await portal.stop();
  }
}

async function verifyWhole(portal: Portal, findings: Findings): Promise<void> {
  const wrong: string[] = [];
  for (const entity of PLACED) {
    const { held, saw } = await portal.waitFor(
      entity,
      'kubernetes.replicas',
      'ok',
    );
    if (!held) wrong.push(`${entity}: ${saw}`);
    const checks = await portal.checks(entity);
    const refused = checks.find(({ id }) => id === 'kubernetes.access');
    if (refused) wrong.push(`${entity}: ${refused.sentence}`);
  }
  findings.holds(
    `components whose pods the portal sees whole, by its own service account (of ${PLACED.length})`,
    String(PLACED.length),
    wrong.length ? wrong.join('; ') : String(PLACED.length),
    wrong.length === 0,
  );
}

async function verifyFaults(
  portal: Portal,
  cluster: Cluster,
  findings: Findings,
): Promise<void> {
  for (const { make } of FAULTS) await make(cluster);
  for (const { what, entity, check, status, words } of FAULTS) {
    const { held, saw } = await portal.waitFor(entity, check, status, words);
    findings.holds(`shown of ${what}`, `${status}, ${words.source}`, saw, held);
  }
}

async function verifyRefusedKind(
  portal: Portal,
  cluster: Cluster,
  findings: Findings,
): Promise<void> {
  await cluster.must(
    ...['patch', 'clusterrole', 'gomon-portal-reader', '--type', 'json'],
    '--patch',
    JSON.stringify([
      {
        op: 'replace',
        path: '/rules/0/resources',
        value: ['pods', 'services', 'configmaps', 'events'],
      },
    ]),
  );
  const entity = 'resource/default/kafka';
  const refused = await portal.waitFor(
    entity,
    'kubernetes.access',
    'unauthorised',
    /persistentvolumeclaims/,
  );
  findings.holds(
    'shown of a cluster that refuses claims, quotas and ranges',
    'no access, naming them',
    refused.saw,
    refused.held,
  );
  const rest = await portal.waitFor(entity, 'kubernetes.replicas', 'ok');
  findings.holds('shown of its pods all the same', 'ok', rest.saw, rest.held);
}

async function verifyUnreachable(
  portal: Portal,
  cluster: Cluster,
  findings: Findings,
): Promise<void> {
  await cluster.stop();
  const { held, saw } = await portal.waitFor(
    'resource/default/kafka',
    'kubernetes.access',
    'unknown',
  );
  findings.holds(
    'shown of a cluster that cannot be reached',
    'unknown: not called down',
    saw,
    held,
  );
}
