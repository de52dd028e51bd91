import { delimiter, dirname, join } from 'node:path';
import { repositoryRoot, run, waitUntil } from '@gomon/dev-stack';
import { runbookCommands } from '@gomon/observability';
import { volumesForClaims } from '@gomon/platform';
import type { Findings } from '../findings';
import { Cluster } from '../kubernetes/cluster';

/** The port of a kubelet: kwok plays one that answers nothing. */
const AT_THE_KUBELET = /127\.0\.0\.1:10250/;
const NOTHING_FOUND = /No resources found/;

/** The cluster's own class of storage, whose claims may ask for more. */
const growingClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: {
    name: 'growing',
    annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
  },
  provisioner: 'kubernetes.io/no-provisioner',
  allowVolumeExpansion: true,
};

/** Runs every command of the runbooks against the platform in a control plane of its own, or on this machine. */
export async function verifyRunbooks(
  dir: string,
  findings: Findings,
): Promise<void> {
  const cluster = await Cluster.start(dir, 1);
  try {
    await deploy(cluster);
    for (const { command, needs } of runbookCommands()) {
      if (needs === 'systemd') {
        findings.saw(command, 'unverified: needs systemd');
        continue;
      }
      const { code, output } = await typed(command, cluster);
      const said = lastWords(output);
      if (needs === 'kubelet') {
        const far = AT_THE_KUBELET.test(output) && !/not ?found/i.test(output);
        findings.holds(
          command,
          'gets as far as the kubelet',
          far ? 'pod and container are there; no kubelet answers' : said,
          far,
        );
      } else {
        findings.ran(command);
        findings.holds(
          command,
          'ends with 0 and tells something',
          `exit code ${code}: ${said}`,
          code === 0 && said !== '' && !NOTHING_FOUND.test(output),
        );
      }
    }
  } finally {
    await cluster.stop();
  }
}

async function deploy(cluster: Cluster): Promise<void> {
  await cluster.createSecrets();
  const path = join(repositoryRoot, 'k8s', 'overlays', 'local');
  await cluster.apply(growingClass);
  const { items, ...list } = volumesForClaims('monitoring');
  const storageClassName = growingClass.metadata.name;
  await cluster.apply({
    ...list,
    items: items.map(({ spec, ...volume }) => ({
      ...volume,
      spec: { ...spec, storageClassName },
    })),
  });
  await cluster.kubectl('apply', '--kustomize', path);
  // Namespaces come into being by the first.
  await cluster.must('apply', '--kustomize', path);
  await waitUntil(
    async () => {
      const running = await cluster.must(
        ...['get', 'pods', '--all-namespaces', '--output', 'name'],
        ...['--field-selector', 'status.phase=Running'],
      );
      return [
        'aggregator',
        'kafka-0',
        'victoria-metrics',
        'agent',
        'logstash',
        'portal',
      ].every(name => running.includes(`pod/${name}`));
    },
    { withinMs: 120_000, everyMs: 2_000 },
  );
}

function typed(command: string, cluster: Cluster) {
  const { kubeconfig, kubectlFile } = cluster.controlPlane;
  const path = [dirname(kubectlFile), process.env.PATH].join(delimiter);
  return run({
    file: '/bin/bash',
    args: ['-o', 'pipefail', '-c', command],
    cwd: repositoryRoot,
    env: { ...process.env, KUBECONFIG: kubeconfig, PATH: path },
  });
}

function lastWords(output: string): string {
  const lines = output.split('\n').map(line => line.trim());
  return (lines.filter(Boolean).pop() ?? '').slice(0, 160);
}
