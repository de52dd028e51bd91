import { RootConfigService } from '@backstage/backend-plugin-api';

/** An Argo CD server and how to be let in. */
export interface ArgoCdInstance {
  name: string;
  url: string;
  token?: string;
  username?: string;
  password?: string;
}

/**
 * The Argo CD servers of `argocd.appLocatorMethods`, the key that portals have for the Argo CD plugins already. A user for
 * all of them may stand at `argocd.username` and `argocd.password`.
 */
export function readArgoCdInstances(
  config: RootConfigService,
): ArgoCdInstance[] {
  const argocd = config.getOptionalConfig('argocd');
  const methods = argocd?.getOptionalConfigArray('appLocatorMethods') ?? [];
  return methods
    .filter(method => method.getString('type') === 'config')
    .flatMap(method => method.getConfigArray('instances'))
    .map(instance => ({
      name: instance.getString('name'),
      url: instance.getString('url'),
      token: instance.getOptionalString('token'),
      username:
        instance.getOptionalString('username') ??
        argocd?.getOptionalString('username'),
      password:
        instance.getOptionalString('password') ??
        argocd?.getOptionalString('password'),
    }));
}
