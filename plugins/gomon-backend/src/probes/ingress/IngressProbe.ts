import {
  Component,
  ComponentReport,
  Probe,
  ProbeContext,
} from '@gomon/plugin-gomon-node';
import { IngressInstance } from '../../config/schema';
import { selectInstance } from '../../config/selectInstance';
import { LookError } from '../LookError';
import { notConfigured } from '../notConfigured';
import { askRoute } from './askRoute';
import { Route, routeCheck } from './routeCheck';

const setup = `gomon:
  ingress:
    - url: http://ingress-nginx-controller.ingress-nginx.svc.cluster.local
      routes:
        - host: grafana.local
          entityRef: resource:default/grafana`;

/** Whether each host of the ingress answers. */
export class IngressProbe implements Probe {
  readonly id = 'ingress';
  readonly stages = ['ingress'];

  constructor(
    private readonly instances: readonly IngressInstance[],
    private readonly timeoutMs: number,
  ) {}

  async look({ components, signal }: ProbeContext) {
    return {
      components: await Promise.all(
        components.map(component => this.#lookAt(component, signal)),
      ),
    };
  }

  async #lookAt(
    component: Component,
    signal: AbortSignal,
  ): Promise<ComponentReport> {
    const { entityRef, title } = component;
    const instance = selectInstance(this.instances, component);
    if (!instance) {
      return { entityRef, checks: [notConfigured(this.id, title, setup)] };
    }
    const checks = await Promise.all(
      instance.routes.map(async route =>
        routeCheck(route, await this.#ask(instance, route, signal)),
      ),
    );
    return { entityRef, checks };
  }

  async #ask(
    { url }: IngressInstance,
    { host }: Route,
    signal: AbortSignal,
  ): Promise<number | LookError> {
    try {
      const target = new URL(url ?? `http://${host}`);
      return await askRoute(target, host, {
        signal,
        timeoutMs: this.timeoutMs,
      });
    } catch (error) {
      return LookError.from(error);
    }
  }
}
