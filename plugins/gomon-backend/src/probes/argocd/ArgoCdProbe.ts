import {
  CheckReport,
  Component,
  ComponentReport,
  Probe,
  ProbeContext,
} from '@gomon/plugin-gomon-node';
import { lookFailed } from '../lookFailed';
import { notConfigured } from '../notConfigured';
import { ApplicationReader } from './ApplicationReader';
import { healthCheck, operationCheck, syncCheck } from './applicationChecks';

/** What to add to the portal's configuration, where nobody told it where Argo CD is. */
export const setup = `argocd:
  appLocatorMethods:
    - type: config
      instances:
        - name: argocd
          url: https://argocd.example
          token: \${ARGOCD_TOKEN}`;

/** Sync, health and last operation of the applications that deploy the platform. */
export class ArgoCdProbe implements Probe {
  readonly id = 'argocd';
  readonly stages = ['gitops'];

  /** @param readers - asked in turn, until one knows the applications */
  constructor(private readonly readers: readonly ApplicationReader[]) {}

  async look(context: ProbeContext) {
    const components = await Promise.all(
      context.components.map(component => this.#lookAt(component, context)),
    );
    return { components };
  }

  async #lookAt(
    component: Component,
    { now, signal, topology }: ProbeContext,
  ): Promise<ComponentReport> {
    const { entityRef, title } = component;
    try {
      for (const reader of this.readers) {
        const applications = await reader.read(component, signal);
        if (applications) {
          const checks = applications.flatMap(application => {
            const url = reader.linkTo(component, application);
            const links = url ? [{ title: 'Argo CD', url }] : [];
            return [
              syncCheck(application, now),
              healthCheck(application, topology),
              operationCheck(application),
            ]
              .filter((check): check is CheckReport => check !== undefined)
              .map(check => ({ ...check, links }));
          });
          return { entityRef, checks };
        }
      }
      return { entityRef, checks: [notConfigured(this.id, title, setup)] };
    } catch (error) {
      const check = lookFailed('argocd.api', 'API', title, error);
      return {
        entityRef,
        checks: [
          {
            ...check,
            hindersFlow: false,
            meaning: 'What runs goes on running; nothing new is deployed.',
          },
        ],
      };
    }
  }
}
