import { join } from 'node:path';
import { repositoryRoot, run } from '@gomon/dev-stack';
import type { Findings } from '../findings';
import type { Cluster } from './cluster';

/** What is asked from inside of a container: nothing runs in those that kwok plays. */
const FROM_INSIDE = [
  'samples arrive in VictoriaMetrics',
  'the aggregator is ready',
  'the portal is ready',
  'Grafana is healthy',
];

/** The smoke test after a deployment: passes where the platform is whole, names what is not, and says so by its exit code. */
export async function verifySmokeTest(
  cluster: Cluster,
  findings: Findings,
): Promise<void> {
  const whole = await smokeTest(cluster);
  findings.ran('k8s/smoke-test.sh 5');
  const wrong = whole.failed.filter(
    line => !FROM_INSIDE.some(what => line.startsWith(what)),
  );
  findings.holds(
    `failures of the smoke test on a whole platform (of ${
      whole.passed + whole.failed.length
    } checks, ${FROM_INSIDE.length} of which need containers)`,
    'none',
    wrong.length === 0 ? 'none' : wrong.join('; '),
    wrong.length === 0 && whole.passed > 0,
  );

  const scale = (replicas: number) =>
    cluster.must(
      ...['--namespace', 'monitoring', 'scale', 'deployment/logstash'],
      `--replicas=${replicas}`,
    );
  await scale(0);
  const broken = await smokeTest(cluster);
  await scale(1);
  const named = broken.failed.find(line => line.startsWith('deployment/logst'));
  findings.holds(
    'the smoke test with Logstash scaled to zero',
    'names it, and ends with 1',
    `${named ?? 'not named'} (exit code ${broken.code})`,
    named !== undefined && broken.code === 1,
  );
}

async function smokeTest(cluster: Cluster) {
  const { kubeconfig } = cluster.controlPlane;
  const { code, output } = await run({
    file: '/bin/bash',
    args: [join(repositoryRoot, 'k8s', 'smoke-test.sh'), '5'],
    env: { ...process.env, KUBECONFIG: kubeconfig },
  });
  const lines = output.split('\n');
  return {
    code,
    passed: lines.filter(line => line.startsWith('pass ')).length,
    failed: lines
      .filter(line => line.startsWith('FAIL '))
      .map(line => line.slice('FAIL '.length).trim()),
  };
}
