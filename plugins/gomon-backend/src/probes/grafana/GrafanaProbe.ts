import {
  Component,
  ComponentReport,
  Probe,
  ProbeContext,
} from '@gomon/plugin-gomon-node';
import { GrafanaInstance } from '../../config/schema';
import { selectInstance } from '../../config/selectInstance';
import { HttpTarget } from '../http/HttpTarget';
import { notConfigured } from '../notConfigured';
import { dashboardsCheck } from './dashboardsCheck';
import { healthCheck } from './healthCheck';
import { sourcesCheck, withoutCredential } from './sourcesCheck';

const setup = `gomon:
  grafana:
    - url: http://grafana:3000`;
/** Whether Grafana answers, and whether its data sources do. */
export class GrafanaProbe implements Probe {
  readonly id = 'grafana';
  readonly stages = ['dashboard'];

  constructor(
    private readonly instances: readonly GrafanaInstance[],
    private readonly timeoutMs: number,
  ) {}

  async look(context: ProbeContext) {
    const components = await Promise.all(
      context.components.map(component => this.#lookAt(component, context)),
    );
    return { components };
  }

  async #lookAt(
    component: Component,
    { signal, topology }: ProbeContext,
  ): Promise<ComponentReport> {
    const { entityRef, title } = component;
    const instance = selectInstance(this.instances, component);
    if (!instance) {
      return { entityRef, checks: [notConfigured(this.id, title, setup)] };
    }
    const options = { ...instance, timeoutMs: this.timeoutMs };
    const target = new HttpTarget(options);
    const { url } = instance;
    // Asked without a credential: a refused one is no failure of the server.
    const open = new HttpTarget({ url, timeoutMs: this.timeoutMs });
    const [health, ...others] = await Promise.all([
      healthCheck(title, open, signal),
      ...(hasCredential(instance)
        ? [
            sourcesCheck(component, target, topology, signal),
            dashboardsCheck(component, instance, target, signal),
          ]
        : [withoutCredential()]),
    ]);
    const link = { title: 'Grafana', url: instance.publicUrl ?? instance.url };
    // What a server that is away says of its sources is nothing.
    return {
      entityRef,
      checks: [
        { ...health, links: [link] },
        ...(health.status === 'down'
          ? []
          : others.filter(check => check !== undefined)),
      ],
    };
  }
}

function hasCredential({ bearerToken, username }: GrafanaInstance): boolean {
  return Boolean(bearerToken || username);
}
