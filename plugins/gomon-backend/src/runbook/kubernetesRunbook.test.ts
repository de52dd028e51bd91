import { kubernetesRunbook } from './kubernetesRunbook';

const commands = (stage: string, annotations?: Record<string, string>) =>
  kubernetesRunbook({
    entityRef: 'component:default/one',
    title: 'One',
    stage,
    environment: 'default',
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'one',
        annotations: annotations ?? { 'backstage.io/kubernetes-id': stage },
      },
    },
  }).map(({ command }) => command);

describe('the commands of a component in Kubernetes', () => {
  it('begin with what helps most often, at the workload of the platform', () => {
    expect(commands('aggregator')).toEqual([
      'kubectl rollout restart deployment/aggregator -n monitoring',
      'kubectl get pods -n monitoring -l app.kubernetes.io/name=aggregator',
      'kubectl logs deployment/aggregator -n monitoring -c aggregator --tail=200',
      'kubectl exec deployment/aggregator -n monitoring -c aggregator -- cat /sys/fs/cgroup/memory.current',
      'kubectl exec deployment/aggregator -n monitoring -c aggregator -- cat /sys/fs/cgroup/cpu.stat',
    ]);
    expect(commands('agent')[0]).toBe(
      'kubectl rollout restart daemonset/agent -n monitoring-agents',
    );
  });

  it.each([
    ['broker', 'kubectl logs broker-0 -n monitoring'],
    ['tsdb', 'kubectl get pvc -n monitoring'],
    ['dashboard', 'kubectl port-forward svc/dashboard 3000:3000 -n monitoring'],
    ['log-ui', 'kubectl port-forward svc/log-ui 5601:5601 -n monitoring'],
    [
      'code-quality',
      'kubectl port-forward svc/code-quality 9000:9000 -n monitoring',
    ],
    [
      'database',
      'kubectl exec deployment/database -n monitoring -- pg_isready -U sonarqube',
    ],
  ])('have what a %s is asked besides', (stage, command) => {
    expect(commands(stage).slice(3)).toContain(command);
  });

  it('are no more than those of any workload for what is not known', () => {
    expect(commands('ingress')).toHaveLength(3);
  });

  it('take names, namespaces and labels from the catalog as single words', () => {
    expect(
      commands('ingress', {
        'backstage.io/kubernetes-id': "a'; reboot",
        'backstage.io/kubernetes-namespace': 'own',
        'backstage.io/kubernetes-label-selector': 'app in (a, b)',
      }).slice(0, 2),
    ).toEqual([
      `kubectl rollout restart deployment/'a'\\''; reboot' -n own`,
      `kubectl get pods -n own -l 'app in (a, b)'`,
    ]);
  });

  it('are none where the catalog does not say that it runs there', () => {
    expect(commands('ingress', {})).toEqual([]);
  });
});
