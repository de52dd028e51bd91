import {
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_SELECTOR,
  ANNOTATION_ARGOCD_INSTANCE,
} from '@gomon/plugin-gomon-common';
import { Component } from '@gomon/plugin-gomon-node';
import { HttpTarget } from '../http/HttpTarget';
import { parseJson } from '../http/parseJson';
import { KubernetesPluginReader } from '../kubernetes/KubernetesReader';
import { LookError } from '../LookError';
import { Application } from './application';
import { ArgoCdInstance } from './instances';

/** Argo CD answers, and knows no such application. */
export class ApplicationNotFound extends LookError {
  constructor() {
    super('unknown', 'it has no such application');
  }
}

/** Reads the applications that a component's annotations name. Undefined: nobody told gomon where Argo CD is. */
export interface ApplicationReader {
  read(
    component: Component,
    signal: AbortSignal,
  ): Promise<Application[] | undefined>;
  /** Where people see an application. */
  linkTo(component: Component, application: Application): string | undefined;
}

/** Asks Argo CD's own API. */
export class ArgoCdApiReader implements ApplicationReader {
  constructor(
    private readonly instances: readonly ArgoCdInstance[],
    private readonly timeoutMs: number,
  ) {}

  async read(component: Component, signal: AbortSignal) {
    const instance = this.#instanceOf(component);
    const {
      [ANNOTATION_ARGOCD_APP_NAME]: name,
      [ANNOTATION_ARGOCD_APP_SELECTOR]: selector,
    } = component.entity.metadata.annotations ?? {};
    if (!instance || (!name && !selector)) return undefined;
    const target = await this.#signIn(instance, signal);
    if (!name) {
      const query = `?selector=${encodeURIComponent(selector)}`;
      const { items } = await answer(target, query, signal);
      return (items ?? []) as Application[];
    }
    return [
      (await answer(
        target,
        `/${encodeURIComponent(name)}`,
        signal,
      )) as Application,
    ];
  }

  linkTo(component: Component, { metadata }: Application) {
    const url = this.#instanceOf(component)?.url.replace(/\/+$/, '');
    return (
      url &&
      `${url}/applications/${metadata.namespace ?? 'argocd'}/${metadata.name}`
    );
  }

  #instanceOf({ entity }: Component): ArgoCdInstance | undefined {
    const named = entity.metadata.annotations?.[ANNOTATION_ARGOCD_INSTANCE];
    return named
      ? this.instances.find(({ name }) => name === named)
      : this.instances[0];
  }

  async #signIn(
    { url, token, username, password }: ArgoCdInstance,
    signal: AbortSignal,
  ): Promise<HttpTarget> {
    const options = { url, timeoutMs: this.timeoutMs };
    if (token || !username) {
      return new HttpTarget({ ...options, bearerToken: token });
    }
    const session = await new HttpTarget(options).post(
      '/api/v1/session',
      { username, password },
      signal,
    );
    const bearerToken = parseJson(session.body, own => String(own.token ?? ''));
    if (!bearerToken) throw LookError.refused(session.status);
    return new HttpTarget({ ...options, bearerToken });
  }
}

async function answer(target: HttpTarget, path: string, signal: AbortSignal) {
  const { status, body } = await target.get(
    `/api/v1/applications${path}`,
    signal,
  );
  if (status === 404) {
    throw new ApplicationNotFound();
  }
  if (status !== 200) {
    throw new LookError('down', `it answered HTTP ${status}`);
  }
  return parseJson(body, own => own);
}

const APPLICATIONS = {
  group: 'argoproj.io',
  apiVersion: 'v1alpha1',
  plural: 'applications',
};

/**
 * Reads Application objects through the Kubernetes plugin, for a portal that has no token of Argo CD. Found are those in
 * the component's namespace that carry its label.
 */
export class ApplicationObjectReader implements ApplicationReader {
  constructor(
    private readonly kubernetes: Pick<KubernetesPluginReader, 'readCustom'>,
  ) {}

  async read({ entityRef }: Component, signal: AbortSignal) {
    const objects = await this.kubernetes.readCustom(
      entityRef,
      APPLICATIONS,
      signal,
    );
    const clusters = objects?.items ?? [];
    if (clusters.length === 0) return undefined;
    const found = clusters.flatMap(({ resources }) =>
      resources.flatMap(own => own.resources as Application[]),
    );
    const refused = clusters
      .flatMap(({ errors }) => errors)
      .find(({ statusCode }) => statusCode !== 404);
    if (found.length === 0 && refused) {
      throw refused.statusCode === 401 || refused.statusCode === 403
        ? LookError.refused(refused.statusCode)
        : new LookError('unknown', 'its cluster does not answer');
    }
    return found.length > 0 ? found : undefined;
  }

  linkTo(): undefined {
    return undefined;
  }
}
