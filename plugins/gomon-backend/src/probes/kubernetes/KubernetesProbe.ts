import { stageNames } from '@gomon/plugin-gomon-common';
import {
  CheckReport,
  Component,
  ComponentReport,
  Probe,
  ProbeContext,
} from '@gomon/plugin-gomon-node';
import { workloadOf, Workload } from '../../runbook/workload';
import { lookFailed } from '../lookFailed';
import { accessCheck } from './accessChecks';
import { KubernetesReader } from './KubernetesReader';
import { ClusterObjects } from './objects';
import { claimsCheck, replicasCheck, restartsCheck } from './podChecks';
import { usageChecks } from './usageCheck';

/** How many entities are asked for at once: the plugin fans each out to every cluster. */
const AT_ONCE = 8;

/** Pods, restarts, claims and memory of every component that the catalog says runs in Kubernetes. */
export class KubernetesProbe implements Probe {
  readonly id = 'kubernetes';
  readonly stages = stageNames;
  /** What a component does is for its own probe to say; this one says how its pods are. */
  readonly supplementary = true;
  /** Components that have been seen in a cluster: nothing there any more is then something to tell. */
  readonly #seen = new Set<string>();

  constructor(private readonly reader: KubernetesReader) {}

  async look({ components, now, signal }: ProbeContext) {
    const open = components.flatMap(component => {
      const workload = workloadOf(component);
      return workload ? [{ component, workload }] : [];
    });
    const reports: ComponentReport[] = [];
    while (open.length > 0) {
      const some = open.splice(0, AT_ONCE);
      reports.push(
        ...(await Promise.all(
          some.map(async ({ component, workload }) => ({
            entityRef: component.entityRef,
            checks: await this.#lookAt(component, workload, now, signal),
          })),
        )),
      );
    }
    return { components: reports };
  }

  async #lookAt(
    component: Component,
    workload: Workload,
    now: Date,
    signal: AbortSignal,
  ): Promise<CheckReport[]> {
    const { entityRef, title } = component;
    try {
      const objects = await this.reader.read(entityRef, signal);
      const checks = (objects?.items ?? []).flatMap(cluster =>
        checksOf(component, workload, cluster, now),
      );
      if (checks.some(({ id }) => id === 'kubernetes.replicas')) {
        this.#seen.add(entityRef);
      } else if (objects && checks.length === 0 && this.#seen.has(entityRef)) {
        return [gone(title, workload)];
      }
      return checks;
    } catch (error) {
      const failed = lookFailed('kubernetes.access', 'Cluster', title, error);
      return [
        {
          ...failed,
          status: failed.status === 'down' ? 'unknown' : failed.status,
          failure: 'unseen',
          hindersFlow: false,
          sentence: `gomon could not look at the pods of ${title}: the Kubernetes plugin of this portal does not answer as it should.`,
        },
      ];
    }
  }
}

function checksOf(
  component: Component,
  workload: Workload,
  cluster: ClusterObjects,
  now: Date,
): CheckReport[] {
  return [
    replicasCheck(component, cluster, workload),
    restartsCheck(component, cluster, workload, now),
    ...usageChecks(component, cluster, workload),
    claimsCheck(cluster),
    accessCheck(cluster),
  ].filter((check): check is CheckReport => check !== undefined);
}

function gone(title: string, { namespace, selector }: Workload): CheckReport {
  return {
    id: 'kubernetes.replicas',
    title: 'Pods',
    status: 'down',
    failure: 'own',
    sentence: `${title} was in namespace ${namespace} and is there no more: nothing matches ${selector}.`,
  };
}
