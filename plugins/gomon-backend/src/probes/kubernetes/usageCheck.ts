import { CheckReport, Component } from '@gomon/plugin-gomon-node';
import { bytesInWords, figureInWords } from '../../words/count';
import { Workload } from '../../runbook/workload';
import { ClusterObjects, PodMetrics } from './objects';

type Measured = PodMetrics['containers'][number];

/** One resource that a cluster with a metrics server measures. */
interface Resource {
  id: string;
  title: string;
  /** Share of its limit from which a container is near it. */
  near: number;
  usage(container: Measured): Measured['memoryUsage'];
  inWords(amount: number): string;
  /** What happens at the limit. */
  consequence: string;
}

const memory: Resource = {
  id: 'kubernetes.memory',
  title: 'Memory of its limit',
  near: 0.9,
  usage: ({ memoryUsage }) => memoryUsage,
  inWords: bytesInWords,
  consequence: 'At the limit it is killed.',
};

const cpu: Resource = {
  id: 'kubernetes.cpu',
  title: 'CPU of its limit',
  near: 0.95,
  usage: ({ cpuUsage }) => cpuUsage,
  inWords: cores => `${figureInWords(1000 * cores)}m CPU`,
  consequence: 'At the limit it is slowed down.',
};

/** Working set and CPU of the fullest container against its limits, where the cluster has a metrics server. */
export function usageChecks(
  component: Component,
  { podMetrics }: ClusterObjects,
  { container }: Workload,
): CheckReport[] {
  const containers = podMetrics
    .flatMap(own => own.containers)
    .filter(own => !container || own.container === container);
  return [memory, cpu].flatMap(
    resource => usageCheck(component, containers, resource) ?? [],
  );
}

function usageCheck(
  { title }: Component,
  containers: Measured[],
  resource: Resource,
): CheckReport | undefined {
  const [fullest] = containers
    .map(own => ({
      name: own.container,
      used: Number(resource.usage(own).currentUsage),
      limit: Number(resource.usage(own).limitTotal),
    }))
    .filter(({ used, limit }) => used >= 0 && limit > 0)
    .sort((left, right) => right.used / right.limit - left.used / left.limit);
  if (!fullest) return undefined;
  const { name, used, limit } = fullest;
  const isNear = used / limit >= resource.near;
  const figures = `Container ${name} of ${title} uses ${resource.inWords(
    used,
  )} of its ${resource.inWords(limit)}.`;
  return {
    id: resource.id,
    title: resource.title,
    status: isNear ? 'degraded' : 'ok',
    failure: isNear ? 'own' : undefined,
    hindersFlow: isNear ? false : undefined,
    value: (100 * used) / limit,
    unit: 'percent',
    threshold: 100 * resource.near,
    sentence: isNear ? `${figures} ${resource.consequence}` : figures,
  };
}
