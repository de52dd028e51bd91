import {
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_SELECTOR,
  ANNOTATION_ARGOCD_INSTANCE,
  DeploymentsStatus,
  EntityDeployments,
} from '@gomon/plugin-gomon-common';
import { Component, Topology } from '@gomon/plugin-gomon-node';
import { Application } from '../probes/argocd/application';
import {
  ApplicationNotFound,
  ApplicationReader,
} from '../probes/argocd/ApplicationReader';
import { setup } from '../probes/argocd/ArgoCdProbe';
import { LookError } from '../probes/LookError';
import { toDeployment } from './toDeployment';

type Answer = Omit<EntityDeployments, 'entityRef' | 'observedAt'>;

/** Components that name the same applications: one question answers for all of them. */
interface Group {
  name?: string;
  asked: string;
  components: Component[];
}

/** Reads from Argo CD what deploys the components that name an application. */
export class DeploymentReader {
  /**
   * @param api - Argo CD's own API
   * @param objects - Application objects in a cluster, where there is no access to the API
   */
  constructor(
    private readonly api: ApplicationReader,
    private readonly objects: ApplicationReader,
  ) {}

  /** One entry a component with an annotation of Argo CD. */
  async read(
    { components }: Topology,
    now: Date,
    signal: AbortSignal,
  ): Promise<EntityDeployments[]> {
    const gitops = components.find(({ stage }) => stage === 'gitops');
    const found: EntityDeployments[] = [];
    for (const group of groupsOf(components)) {
      const answer = await this.#ask(group, gitops, signal);
      for (const { entityRef } of group.components) {
        found.push({ entityRef, ...answer, observedAt: now.toISOString() });
      }
    }
    return found;
  }

  async #ask(
    { asked, components: [component], name }: Group,
    gitops: Component | undefined,
    signal: AbortSignal,
  ): Promise<Answer> {
    try {
      const byApi = await this.api.read(component, signal);
      if (byApi) return toAnswer(asked, byApi, this.api, component);
      // Application objects lie where Argo CD is: that is the entity that the cluster is asked about.
      const objects = gitops && (await this.objects.read(gitops, signal));
      if (gitops && objects) {
        const own = name
          ? objects.filter(({ metadata }) => metadata.name === name)
          : objects;
        return toAnswer(asked, own, this.objects, gitops);
      }
      return failed(asked, 'not-configured', { configuration: setup });
    } catch (error) {
      const { status, reason } = LookError.from(error);
      if (error instanceof ApplicationNotFound) {
        return failed(asked, 'not-found', {});
      }
      const isRefused = status === 'unauthorised';
      return failed(asked, isRefused ? 'unauthorised' : 'unreachable', {
        reason,
      });
    }
  }
}

function groupsOf(components: readonly Component[]): Group[] {
  const groups = new Map<string, Group>();
  for (const component of components) {
    const annotations = component.entity.metadata.annotations ?? {};
    const name = annotations[ANNOTATION_ARGOCD_APP_NAME];
    const selector = annotations[ANNOTATION_ARGOCD_APP_SELECTOR];
    const asked = name ?? selector;
    if (!asked) continue;
    const instance = annotations[ANNOTATION_ARGOCD_INSTANCE];
    const key = JSON.stringify([instance, name, name ? undefined : selector]);
    const group = groups.get(key) ?? { name, asked, components: [] };
    group.components.push(component);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function toAnswer(
  asked: string,
  applications: Application[],
  reader: ApplicationReader,
  component: Component,
): Answer {
  if (applications.length === 0) return failed(asked, 'not-found', {});
  return {
    asked,
    status: 'read',
    deployments: applications.map(application =>
      toDeployment(application, reader.linkTo(component, application)),
    ),
  };
}

function failed(
  asked: string,
  status: DeploymentsStatus,
  why: Pick<Answer, 'reason' | 'configuration'>,
): Answer {
  return { asked, status, deployments: [], ...why };
}
