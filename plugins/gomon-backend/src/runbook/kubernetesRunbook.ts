import { Action } from '@gomon/plugin-gomon-common';
import { Component } from '@gomon/plugin-gomon-node';
import { shellWord } from './shellWord';
import { workloadOf } from './workload';

/** The operational commands of a component that runs in Kubernetes. The first is what helps most often. */
export function kubernetesRunbook(component: Component): Action[] {
  const workload = workloadOf(component);
  if (!workload) return [];
  const name = shellWord(workload.name);
  const namespace = shellWord(workload.namespace);
  const target = `${workload.kind}/${name}`;
  const container = workload.container ? ` -c ${workload.container}` : '';
  return [
    {
      text: `Restart ${component.title}`,
      command: `kubectl rollout restart ${target} -n ${namespace}`,
    },
    {
      text: 'See its pods',
      command: `kubectl get pods -n ${namespace} -l ${shellWord(
        workload.selector,
      )}`,
    },
    {
      text: 'Read its log',
      command: `kubectl logs ${target} -n ${namespace}${container} --tail=200`,
    },
    ...specific(component.stage, name, namespace),
  ];
}

function specific(stage: string, name: string, namespace: string): Action[] {
  const exec = (container: string, command: string) =>
    `kubectl exec deployment/${name} -n ${namespace}${container} -- ${command}`;
  switch (stage) {
    case 'broker':
      return [
        {
          text: 'See its replicas',
          command: `kubectl get statefulset ${name} -n ${namespace}`,
        },
        {
          text: 'Read the log of the first broker',
          command: `kubectl logs ${name}-0 -n ${namespace}`,
        },
        { text: 'See its claims', command: `kubectl get pvc -n ${namespace}` },
      ];
    case 'aggregator':
      return [
        {
          text: 'See the memory it uses',
          command: exec(' -c aggregator', 'cat /sys/fs/cgroup/memory.current'),
        },
        {
          text: 'See the CPU it uses',
          command: exec(' -c aggregator', 'cat /sys/fs/cgroup/cpu.stat'),
        },
      ];
    case 'tsdb':
      return [
        { text: 'See its claims', command: `kubectl get pvc -n ${namespace}` },
      ];
    case 'dashboard':
      return [portForward(name, namespace, 3000)];
    case 'log-ui':
      return [portForward(name, namespace, 5601)];
    case 'code-quality':
      return [portForward(name, namespace, 9000)];
    case 'database':
      return [
        {
          text: 'Ask whether it accepts connections',
          command: exec('', 'pg_isready -U sonarqube'),
        },
      ];
    default:
      return [];
  }
}

function portForward(name: string, namespace: string, port: number): Action {
  return {
    text: 'Open it on this machine',
    command: `kubectl port-forward svc/${name} ${port}:${port} -n ${namespace}`,
  };
}
