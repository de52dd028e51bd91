import { CheckReport, Component } from '@gomon/plugin-gomon-node';
import { bytesInWords } from '../../words/count';
import { Workload } from '../../runbook/workload';
import { ClusterObjects } from './objects';

/** Share of a limit from which memory is near it. CPU at its limit is slow, memory at its limit is a kill. */
const NEAR = 0.9;

/** The working set of the fullest container against its limit, where the cluster has a metrics server. */
export function memoryCheck(
  { title }: Component,
  { podMetrics }: ClusterObjects,
  { container }: Workload,
): CheckReport | undefined {
  const shares = podMetrics
    .flatMap(({ containers }) => containers)
    .filter(own => !container || own.container === container)
    .map(({ container: name, memoryUsage }) => ({
      name,
      used: Number(memoryUsage.currentUsage),
      limit: Number(memoryUsage.limitTotal),
    }))
    .filter(({ used, limit }) => used >= 0 && limit > 0)
    .sort((left, right) => right.used / right.limit - left.used / left.limit);
  if (shares.length === 0) return undefined;
  const [{ name, used, limit }] = shares;
  const isNear = used / limit >= NEAR;
  return {
    id: 'kubernetes.memory',
    title: 'Memory of its limit',
    status: isNear ? 'degraded' : 'ok',
    failure: isNear ? 'own' : undefined,
    value: (100 * used) / limit,
    unit: 'percent',
    threshold: 100 * NEAR,
    sentence: `Container ${name} of ${title} uses ${bytesInWords(
      used,
    )} of its ${bytesInWords(limit)}.`,
  };
}
